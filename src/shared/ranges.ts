/** The whole numbers from `from` to `to`, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A set of whole numbers, as its ranges: in order, none touching another. */
export type Ranges = readonly Range[];

/** No number. */
export const NO_RANGES: Ranges = Object.freeze([]);

/** Larger than any number in a range: a range up to it is open at that end. Plain JSON, as `Infinity` is not. */
export const OPEN_END: number = Number.MAX_SAFE_INTEGER;

/**
 * The set with these numbers, too. Adding is commutative, associative and idempotent; answers the same set where they
 * are in it already. Costs by the number of ranges.
 */
export function addRange(ranges: Ranges, { from, to }: Range): Ranges {
  if (from > to) return ranges;
  if (ranges.some((range) => range.from <= from && to <= range.to)) return ranges;
  const apart = (range: Range): boolean => range.to + 1 < from || to + 1 < range.from;
  const touched = ranges.filter((range) => !apart(range));
  const joined = Object.freeze({
    from: Math.min(from, ...touched.map((range) => range.from)),
    to: Math.max(to, ...touched.map((range) => range.to)),
  });
  const before = ranges.filter((range) => range.to < joined.from);
  const after = ranges.filter((range) => range.from > joined.to);
  return Object.freeze([...before, joined, ...after]);
}

/** The set without the numbers below `least`; the same one where there are none. */
export function dropBelow(ranges: Ranges, least: number): Ranges {
  if (ranges.every(({ from }) => from >= least)) return ranges;
  return Object.freeze(
    ranges
      .filter(({ to }) => to >= least)
      .map((range) => (range.from < least ? Object.freeze({ from: least, to: range.to }) : range)),
  );
}

/** The ranges between those of the set. */
export function holesIn(ranges: Ranges): Ranges {
  return Object.freeze(
    ranges
      .slice(1)
      .map(({ from }, index) => Object.freeze({ from: (ranges[index]?.to ?? 0) + 1, to: from - 1 })),
  );
}
