import { readFileSync } from 'node:fs';
import { createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';

/** What the vendor's packages declare, by a page that another test compares with the declarations. */
const [methodsPage = ''] = readFileSync('docs/reference/sdk-coverage.md', 'utf8').split('\n## Events\n');

/** The names of a table, and in which of 2.x and 3.x each is. */
function declared(page: string): readonly { readonly name: string; readonly in: readonly string[] }[] {
  return [...page.matchAll(/^\| `(\w+)` \| (yes|) *\| (yes|) *\|/gm)].map(([, name = '', in2, in3]) => ({
    name,
    in: [in2 === 'yes' ? ['2.x'] : [], in3 === 'yes' ? ['3.x'] : []].flat(),
  }));
}

/** In the declarations of 2.x only: the package itself has `downloadMergerMessage`. */
const SLIP = 'downloadMergeMessage';
/** In the packages, but not declared. */
const UNDECLARED = ['once', 'downloadMergerMessage', 'getGroupApplicationList'];

describe.each(['2.x', '3.x'] as const)('a client of %s', (flavour) => {
  const names = declared(methodsPage)
    .filter((method) => method.in.includes(flavour) && method.name !== SLIP)
    .map(({ name }) => name);
  const has = Object.keys(createMemoryServer().createSdk({ flavour }));

  it('has every method that the package declares', () => {
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !has.includes(name))).toEqual([]);
  });

  it('has no others', () => {
    expect(has.filter((name) => !names.includes(name) && !UNDECLARED.includes(name))).toEqual([]);
  });
});
