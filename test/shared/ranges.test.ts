import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range, Ranges } from '../../src/shared/ranges.ts';
import { addRange, dropBelow, holesIn, NO_RANGES, OPEN_END } from '../../src/shared/ranges.ts';

const range = fc.tuple(fc.nat(30), fc.nat(6)).map(([from, length]): Range => ({ from, to: from + length }));
const addAll = (added: readonly Range[], to: Ranges = NO_RANGES): Ranges => added.reduce(addRange, to);
const numbersIn = (ranges: Ranges): number[] =>
  Array.from({ length: 50 }, (_, number) => number).filter((number) =>
    ranges.some(({ from, to }) => from <= number && number <= to),
  );

describe('addRange', () => {
  it('holds exactly the numbers that were added, in ranges that do not touch', () => {
    fc.assert(
      fc.property(fc.array(range), (added) => {
        const ranges = addAll(added);
        expect(numbersIn(ranges)).toEqual(numbersIn(added));
        for (const hole of holesIn(ranges)) expect(hole.from).toBeLessThanOrEqual(hole.to);
      }),
    );
  });

  it('ends in the same set in any order and however often', () => {
    fc.assert(
      fc.property(fc.array(range), fc.func(fc.nat()), (added, rank) => {
        const shuffled = added.toSorted((a, b) => rank(a) - rank(b));
        expect(addAll([...shuffled, ...added])).toEqual(addAll(added));
      }),
    );
  });

  it('answers the same set where the numbers are in it', () => {
    const ranges = addAll([{ from: 1, to: 5 }]);
    expect(addRange(ranges, { from: 2, to: 5 })).toBe(ranges);
    expect(addRange(ranges, { from: 4, to: 3 })).toBe(ranges);
  });

  it('joins a range that is open at its end', () => {
    expect(
      addAll([
        { from: 9, to: OPEN_END },
        { from: 3, to: 8 },
      ]),
    ).toEqual([{ from: 3, to: OPEN_END }]);
  });
});

describe('holesIn', () => {
  it('lists what lies between', () => {
    expect(
      holesIn(
        addAll([
          { from: 1, to: 3 },
          { from: 5, to: 5 },
          { from: 9, to: 9 },
        ]),
      ),
    ).toEqual([
      { from: 4, to: 4 },
      { from: 6, to: 8 },
    ]);
  });
});

describe('dropBelow', () => {
  it('cuts what lies below, and answers the same set where nothing does', () => {
    const ranges = addAll([
      { from: 1, to: 3 },
      { from: 5, to: 9 },
    ]);
    expect(dropBelow(ranges, 6)).toEqual([{ from: 6, to: 9 }]);
    expect(dropBelow(ranges, 1)).toBe(ranges);
  });
});
