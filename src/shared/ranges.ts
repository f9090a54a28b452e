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
 * are in it already. Looks from the end: costs by the ranges behind, and by one copy of the list.
 */
export function addRange(ranges: Ranges, { from, to }: Range): Ranges {
  if (from > to) return ranges;
  let end = ranges.length;
  while (end > 0 && (ranges[end - 1]?.from ?? 0) > to + 1) end -= 1;
  let start = end;
  while (start > 0 && (ranges[start - 1]?.to ?? 0) + 1 >= from) start -= 1;
  const first = start < end ? ranges[start] : undefined;
  const last = start < end ? ranges[end - 1] : undefined;
  if (first !== undefined && first === last && first.from <= from && to <= first.to) return ranges;
  const joined = { from: Math.min(from, first?.from ?? from), to: Math.max(to, last?.to ?? to) };
  return Object.freeze([...ranges.slice(0, start), Object.freeze(joined), ...ranges.slice(end)]);
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
