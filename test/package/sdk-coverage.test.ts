import { readFileSync } from 'node:fs';
import * as core from 'tim-reactive';
import { createMemoryServer } from 'tim-reactive/memory';
import * as react from 'tim-reactive/react';
import * as vue from 'tim-reactive/vue';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The declarations of the three packages; the build of `tim-js-sdk` with friends, and the fullest entry of lite-chat. */
const declarations = {
  '2.x': 'node_modules/tim-js-sdk/tim-js-friendship.d.ts',
  '3.x': 'node_modules/@tencentcloud/chat/index.d.ts',
  lite: 'node_modules/@tencentcloud/lite-chat/professional.d.ts',
} as const;

type Package = keyof typeof declarations;
const packages = Object.keys(declarations) as Package[];

/** The names that a package declares: its methods, and the keys of its EVENT table. */
function declared(name: Package): {
  readonly methods: readonly string[];
  readonly events: readonly string[];
} {
  const path = declarations[name];
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const methods = new Set<string>();
  const events = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name?.text === 'ChatSDK') {
      for (const member of node.members) if (member.name !== undefined) methods.add(member.name.getText());
    }
    if (ts.isEnumDeclaration(node) && node.name.text === 'EVENT') {
      for (const member of node.members) events.add(member.name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { methods: [...methods], events: [...events] };
}

const surface = new Map(packages.map((name) => [name, declared(name)]));
const document = readFileSync('docs/reference/sdk-coverage.md', 'utf8');

interface Row {
  readonly name: string;
  /** In which of the packages. */
  readonly in: readonly string[];
  /** The names in backquotes in the columns of actions, streams, selectors and hooks. */
  readonly ours: readonly string[];
  /** Whether the last column says something. */
  readonly isExplained: boolean;
}

/** The rows of the tables under a heading of the document. */
function rowsUnder(heading: string): readonly Row[] {
  const [, part = ''] = document.split(`## ${heading}\n`);
  const [section = ''] = part.split(/^## /m);
  return section.split('\n').flatMap((line) => {
    const [name, ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [, bare] = /^`(\w+)`$/.exec(name ?? '') ?? [];
    if (bare === undefined) return [];
    const marks = cells.slice(0, packages.length);
    const columns = cells.slice(packages.length);
    const ours =
      columns
        .slice(0, -1)
        .join(' ')
        .match(/`[^`]+`/g) ?? [];
    return [
      {
        name: bare,
        in: packages.filter((_, index) => marks[index] === 'yes'),
        ours: ours.map((quoted) => quoted.slice(1, -1)),
        isExplained: columns.at(-1) !== '',
      },
    ];
  });
}

const store = core.createTimStore({ sdk: createMemoryServer().createSdk() });

/** Whether something that the document names is there: an action, a stream, a selector or function, or a hook of both adapters. */
function exists(name: string): boolean {
  const [domain = '', action] = name.split('.');
  if (action !== undefined) {
    const actions: object = { ...store.actions, store };
    return typeof Reflect.get(Object(Reflect.get(actions, domain)), action) === 'function';
  }
  if (name.endsWith('$')) return name in store.streams;
  if (name.startsWith('use')) return name in react && name in vue;
  return name in core;
}

describe.each([
  { kind: 'methods', heading: 'Methods' },
  { kind: 'events', heading: 'Events' },
] as const)('the $kind in docs/reference/sdk-coverage.md', ({ kind, heading }) => {
  const rows = rowsUnder(heading);
  const all = new Set([...surface.values()].flatMap((one) => one[kind]));

  it('are those that the installed packages declare', () => {
    expect(all.size).toBeGreaterThan(30);
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...all].toSorted());
  });

  it('are said to be in the packages that declare them', () => {
    for (const { name, in: said } of rows) {
      const truth = packages.filter((one) => surface.get(one)?.[kind].includes(name));
      expect([name, said]).toEqual([name, truth]);
    }
  });

  it('have actions, selectors, streams and hooks that exist', () => {
    const missing = rows.flatMap(({ name, ours }) =>
      ours.filter((one) => !exists(one)).map((one) => `${name}: ${one}`),
    );
    expect(missing).toEqual([]);
    expect(rows.filter(({ ours, isExplained }) => ours.length === 0 && !isExplained)).toEqual([]);
  });
});

describe('docs/reference/sdk-coverage.md', () => {
  it('names every action of the store', () => {
    const named = new Set(rowsUnder('Methods').flatMap(({ ours }) => ours));
    const actions = Object.entries(store.actions).flatMap(([domain, one]) =>
      Object.keys(one).map((action) => `${domain}.${action}`),
    );
    expect(actions.filter((action) => !named.has(action))).toEqual([]);
  });
});
