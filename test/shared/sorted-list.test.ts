import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SortedList } from '../../src/shared/sorted-list.ts';
import { diffSortedLists } from '../../src/shared/diff-sorted-lists.ts';
import { editSortedList, emptySortedList } from '../../src/shared/sorted-list.ts';

interface Item {
  readonly key: number;
  readonly value: number;
}

type Step = { readonly put: Item } | { readonly remove: number };

const key = fc.integer({ min: 0, max: 600 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: fc.record({ key, value: fc.nat(2) }) }) },
  { weight: 1, arbitrary: fc.record({ remove: key }) },
);
const edits = fc.array(fc.array(step, { maxLength: 400 }), { maxLength: 6 });

const empty = emptySortedList<Item>((a, b) => a.key - b.key);

function apply(list: SortedList<Item>, steps: readonly Step[]): SortedList<Item> {
  const editor = editSortedList(list);
  for (const one of steps) {
    if ('put' in one) editor.put(one.put);
    else editor.remove({ key: one.remove, value: 0 });
  }
  return editor.finish();
}

function model(steps: readonly Step[]): readonly Item[] {
  const items = new Map<number, Item>();
  for (const one of steps) {
    if ('put' in one) items.set(one.put.key, one.put);
    else items.delete(one.remove);
  }
  return [...items.values()].sort((a, b) => a.key - b.key);
}

describe('editSortedList', () => {
  it('keeps what a sorted array would keep, whatever is put and removed', () => {
    fc.assert(
      fc.property(edits, (batches) => {
        const list = batches.reduce(apply, empty);
        const items = model(batches.flat());
        expect([...list]).toEqual(items);
        expect(list.length).toBe(items.length);
        items.forEach((item, index) => {
          expect(list.at(index)).toEqual(item);
          expect(list.indexOf(item)).toBe(index);
          expect(list.find(item)).toEqual(item);
          expect(list.firstIndex((other) => other.key - item.key)).toBe(index);
        });
        expect(list.at(-1)).toBeUndefined();
        expect(list.at(items.length)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(edits, (batches) => {
        let list: SortedList<Item> = empty;
        const versions = batches.map((batch) => {
          const before = { list, items: [...list] };
          list = apply(list, batch);
          return before;
        });
        for (const version of versions) expect([...version.list]).toEqual(version.items);
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same list when nothing differs', () => {
    const item = { key: 1, value: 1 };
    const list = apply(empty, [{ put: item }]);
    expect(apply(list, [{ put: item }, { remove: 7 }])).toBe(list);
  });

  it('shares all but one stretch of 128 items with the version before', () => {
    const list = apply(
      empty,
      Array.from({ length: 10_000 }, (_, index) => ({ put: { key: index, value: 0 } })),
    );
    let compared = 0;
    const counting = apply(
      emptySortedList<Item>((a, b) => {
        compared += 1;
        return a.key - b.key;
      }),
      [...list].map((item) => ({ put: item })),
    );
    compared = 0;
    const next = apply(counting, [{ put: { key: 5_000, value: 1 } }]);
    expect(compared).toBeLessThan(40); // binary search, no walk
    compared = 0;
    expect(diffSortedLists(counting, next).updated).toEqual([{ key: 5_000, value: 1 }]);
    expect(compared).toBeLessThanOrEqual(2 * 128); // only the stretch that differs is compared
  });
});

describe('diffSortedLists', () => {
  it('tells the steps between all versions of a long list, at the edges of its chunks, too', () => {
    const long = apply(
      empty,
      Array.from({ length: 700 }, (_, number) => ({ put: { key: 10 * number, value: 0 } })),
    );
    // So that many fall on the last item of a chunk, and behind it.
    const at = fc.oneof(fc.constantFrom(2549, 2550, 2551, 2559, 2560, 5109, 5110, 5111), fc.nat(7000));
    const steps = fc.array(
      fc.oneof(fc.record({ put: fc.record({ key: at, value: fc.nat(2) }) }), fc.record({ remove: at })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 4 }), (batches) => {
        const versions = [long];
        for (const batch of batches) versions.push(apply(versions.at(-1) ?? long, batch));
        for (const [index, before] of versions.entries())
          for (const later of versions.slice(index)) {
            const was = new Set(before);
            const is = new Set(later);
            const { inserted, updated, removed } = diffSortedLists(before, later);
            expect([...inserted, ...updated].sort((a, b) => a.key - b.key)).toEqual(
              [...later].filter((item) => !was.has(item)),
            );
            expect(updated.every((item) => before.find(item) !== undefined)).toBe(true);
            expect(inserted.every((item) => before.find(item) === undefined)).toBe(true);
            expect(removed).toEqual(
              [...before].filter((item) => !is.has(item) && later.find(item) === undefined),
            );
          }
      }),
      { numRuns: 150 },
    );
  });

  it('tells what is put behind a full chunk', () => {
    const full = apply(
      empty,
      Array.from({ length: 256 }, (_, key) => ({ put: { key, value: 0 } })),
    );
    const more = apply(full, [{ put: { key: 300, value: 0 } }, { put: { key: 301, value: 0 } }]);
    expect(diffSortedLists(more, apply(more, [{ put: { key: 280, value: 0 } }])).inserted).toEqual([
      { key: 280, value: 0 },
    ]);
  });

  it('tells exactly what was inserted, updated and removed', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const before = first.reduce(apply, empty);
        const after = second.reduce(apply, before);
        const old = new Map([...before].map((item) => [item.key, item]));
        const now = new Map([...after].map((item) => [item.key, item]));
        expect(diffSortedLists(before, after)).toEqual({
          inserted: [...after].filter((item) => !old.has(item.key)),
          updated: [...after].filter((item) => old.has(item.key) && old.get(item.key) !== item),
          removed: [...before].filter((item) => !now.has(item.key)),
        });
      }),
      { numRuns: 60 },
    );
  });
});
