import type { Chunk, SortedList } from './sorted-list.ts';
import { internals } from './sorted-list.ts';

/** What two versions of a sorted list differ in; items are matched by the order and compared by identity. */
export interface SortedListDiff<T> {
  readonly inserted: readonly T[];
  readonly updated: readonly T[];
  readonly removed: readonly T[];
}

/** What changed from one version to a later one. Costs by the chunks that differ, wherever they are. */
export function diffSortedLists<T>(before: SortedList<T>, after: SortedList<T>): SortedListDiff<T> {
  const inserted: T[] = [];
  const updated: T[] = [];
  const removed: T[] = [];
  const { chunks: a, version } = internals(before);
  const { chunks: b, compare, origin } = internals(after);
  const first = origin?.version === version ? origin : undefined;
  const [oldChunks, newChunks] = withoutShared(withoutEnds(a, b, first?.chunk));
  // What is put behind a full chunk stands in the next one: then the one that it was put behind is in both, and left out.
  const isHere = first && oldChunks[0] === a[first.chunk] && newChunks[0] === b[first.chunk];
  const [old, now] = withoutEnds(join(oldChunks), join(newChunks), isHere ? first.offset : undefined);
  let i = 0;
  for (const item of now) {
    let gone = old[i];
    while (gone !== undefined && compare(gone, item) < 0) {
      removed.push(gone);
      gone = old[++i];
    }
    if (gone === undefined || compare(gone, item) > 0) inserted.push(item);
    else {
      if (gone !== item) updated.push(item);
      i += 1;
    }
  }
  for (; i < old.length; i++) removed.push(old[i] as T);
  return { inserted, updated, removed };
}

type Pair<T> = readonly [old: readonly T[], now: readonly T[]];

/** Without the chunks that are in both: between the first and the last that were edited there may be many that were not. */
function withoutShared<T>([old, now]: Pair<Chunk<T>>): Pair<Chunk<T>> {
  if (old.length < 2 || now.length < 2) return [old, now];
  const [was, is] = [new Set(old), new Set(now)];
  return [old.filter((chunk) => !is.has(chunk)), now.filter((chunk) => !was.has(chunk))];
}

/** Both without what they begin and end with alike; how much that is at the beginning may be known. */
function withoutEnds<T>(a: readonly T[], b: readonly T[], known?: number): Pair<T> {
  const most = Math.min(a.length, b.length);
  let start = Math.min(known ?? 0, most);
  while (known === undefined && start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [between(a, start, a.length - end), between(b, start, b.length - end)];
}

/** `slice` of a frozen array costs a hundred times as much. */
function between<T>(items: readonly T[], start: number, end: number): readonly T[] {
  const part: T[] = [];
  for (let index = start; index < end; index++) part.push(items[index] as T);
  return part;
}

/** `flat()` and spreads cost several times as much. */
function join<T>(chunks: readonly Chunk<T>[]): readonly T[] {
  return chunks.length === 1 ? (chunks[0] ?? []) : ([] as T[]).concat(...chunks);
}
