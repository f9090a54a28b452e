import chat from '@tencentcloud/chat';
import liteChat from '@tencentcloud/lite-chat';
import { EVENT, TYPES } from 'tim-reactive';
import tim from 'tim-js-sdk';
import { describe, expect, it } from 'vitest';

const packages = [
  ['tim-js-sdk', tim],
  ['@tencentcloud/chat', chat],
  ['@tencentcloud/lite-chat', liteChat],
] as const;

const tables = packages.flatMap(([name, sdk]) => [
  { title: `EVENT of ${name}`, ours: EVENT, theirs: new Map<string, unknown>(Object.entries(sdk.EVENT)) },
  { title: `TYPES of ${name}`, ours: TYPES, theirs: new Map<string, unknown>(Object.entries(sdk.TYPES)) },
]);

describe.each(tables)('our constants beside $title', ({ ours, theirs }) => {
  it('are equal for every name that the package has', () => {
    const shared = Object.entries(ours).filter(([key]) => theirs.has(key));
    expect(shared.length).toBeGreaterThan(Object.keys(ours).length / 2);
    for (const [key, value] of shared) expect([key, theirs.get(key)]).toEqual([key, value]);
  });
});

describe.each([
  ['EVENT', EVENT],
  ['TYPES', TYPES],
] as const)('our %s', (kind, ours) => {
  it('has no name that no package has', () => {
    const known = new Set(packages.flatMap(([, sdk]) => Object.keys(sdk[kind])));
    expect(Object.keys(ours).filter((key) => !known.has(key))).toEqual([]);
  });
});
