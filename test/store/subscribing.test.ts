import type { TimStore } from 'tim-reactive';
import { c2cID, selectConversation, selectConversationName } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld } from '../world.ts';

const iterators = [[], new Set(), new Map()].map(
  (collection) => Object.getPrototypeOf(collection[Symbol.iterator]()) as Record<string, unknown>,
);
const SEARCHES = [
  'indexOf',
  'includes',
  'find',
  'findIndex',
  'some',
  'every',
  'filter',
  'map',
  'forEach',
  'splice',
  'slice',
];

/** How many elements of collections are looked at meanwhile: by iteration, or by an array's methods. */
function countLooks(run: () => void): number {
  let looks = 0;
  const restores: (() => void)[] = [];
  const replace = (owner: Record<string, unknown>, name: string, count: (self: unknown) => number): void => {
    const original = owner[name] as (...args: unknown[]) => unknown;
    owner[name] = function counted(this: unknown, ...args: unknown[]): unknown {
      looks += count(this);
      return original.apply(this, args);
    };
    restores.push(() => (owner[name] = original));
  };
  for (const iterator of iterators) replace(iterator, 'next', () => 1);
  for (const { prototype } of [Set, Map])
    replace(
      prototype as unknown as Record<string, unknown>,
      'forEach',
      (self) => (self as Set<unknown>).size,
    );
  for (const name of SEARCHES)
    replace(
      Array.prototype as unknown as Record<string, unknown>,
      name,
      (self) => (self as unknown[]).length,
    );
  try {
    run();
  } finally {
    for (const restore of restores) restore();
  }
  return looks;
}

/** Each way to subscribe to a conversation. */
const ways: readonly (readonly [name: string, subscribe: (store: TimStore, userID: string) => () => void])[] =
  [
    ['subscribe', ({ subscribe }) => subscribe(() => undefined)],
    [
      'subscribe, by key',
      ({ subscribe }, userID) => subscribe(() => undefined, `conversation:${c2cID(userID)}`),
    ],
    ['subscribe, by one key for all', ({ subscribe }) => subscribe(() => undefined, 'conversations')],
    [
      'select',
      ({ select }, userID) => {
        const subscription = select(selectConversation, c2cID(userID)).subscribe();
        return () => subscription.unsubscribe();
      },
    ],
    [
      'select, of several keys',
      ({ select }, userID) => {
        const subscription = select(selectConversationName, c2cID(userID)).subscribe();
        return () => subscription.unsubscribe();
      },
    ],
    [
      'select, of a free selector',
      ({ select }, userID) => {
        const subscription = select((state) => selectConversation(state, c2cID(userID))).subscribe();
        return () => subscription.unsubscribe();
      },
    ],
  ];

describe.each(ways)('%s', (_name, subscribe) => {
  it('costs the same with 10,000 subscribers as with one, and so does leaving', async () => {
    const { store } = await createReadyWorld();
    /** What it costs to come and to leave, beside so many, as the last of them and from among them. */
    const costs = (count: number): readonly number[] => {
      const before = Array.from({ length: count / 2 }, (_, index) => subscribe(store, `a${index}`));
      let release = (): void => undefined;
      const coming = countLooks(() => (release = subscribe(store, 'x')));
      const after = Array.from({ length: count / 2 }, (_, index) => subscribe(store, `b${index}`));
      const leaving = countLooks(() => release());
      for (const leave of [...before, ...after]) leave();
      return [coming, leaving];
    };
    expect(costs(10_000)).toEqual(costs(2));
  });
});
