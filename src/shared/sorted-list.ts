/** Answers below 0, 0 or above 0, as `Array.prototype.sort` wants it. Must be a total order. */
export type Compare<T> = (a: T, b: T) => number;

/**
 * An immutable list in a total order, no two items equal under it. Made of frozen chunks: an edit copies the chunks
 * it touches and the short list of chunks, so its cost hardly grows with the length. `docs/decisions/0001-chunked-collections.md` says more.
 */
export interface SortedList<T> extends Iterable<T> {
  readonly length: number;
  /** The item at an index from 0; `undefined` outside. */
  readonly at: (index: number) => T | undefined;
  /** Where an item stands that equals this one under the order; -1 where none does. */
  readonly indexOf: (item: T) => number;
  /** The item that equals this one under the order. */
  readonly find: (item: T) => T | undefined;
  /** The index of the first item that does not lie before the sought place: where `distance` is not below 0. */
  readonly firstIndex: (distance: (item: T) => number) => number;
}

/** What two versions of a sorted list differ in; items are matched by the order and compared by identity. */
export interface SortedListDiff<T> {
  readonly inserted: readonly T[];
  readonly updated: readonly T[];
  readonly removed: readonly T[];
}

const CHUNK = 128;

type Chunk<T> = readonly T[];

/** A class, so that immer treats a list as one value and neither drafts nor walks it. */
class ChunkedList<T> implements SortedList<T> {
  readonly length: number;
  private starts: readonly number[] | undefined;

  constructor(
    readonly chunks: readonly Chunk<T>[],
    readonly compare: Compare<T>,
  ) {
    this.length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  readonly at = (index: number): T | undefined => {
    if (index < 0 || index >= this.length) return undefined;
    const starts = this.chunkStarts();
    const chunk = lastNotAbove(starts, (start) => start - index);
    return this.chunks[chunk]?.[index - (starts[chunk] ?? 0)];
  };

  readonly indexOf = (item: T): number => {
    const place = locate(this.chunks, this.compare, item);
    return place.found ? (this.chunkStarts()[place.chunk] ?? 0) + place.offset : -1;
  };

  readonly find = (item: T): T | undefined => {
    const place = locate(this.chunks, this.compare, item);
    return place.found ? this.chunks[place.chunk]?.[place.offset] : undefined;
  };

  readonly firstIndex = (distance: (item: T) => number): number => {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const item = this.at(middle);
      if (item !== undefined && distance(item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.chunks) yield* chunk;
  }

  /** The index of each chunk's first item: reckoned once per version, when somebody asks by index. */
  private chunkStarts(): readonly number[] {
    if (this.starts === undefined) {
      let start = 0;
      this.starts = this.chunks.map((chunk) => (start += chunk.length) - chunk.length);
    }
    return this.starts;
  }
}

/** A list without items, in this order. */
export function emptySortedList<T>(compare: Compare<T>): SortedList<T> {
  return new ChunkedList<T>([], compare);
}

/** One edit of a sorted list, of any number of steps. */
export interface SortedListEditor<T> {
  readonly find: (item: T) => T | undefined;
  /** Inserts the item, or puts it in the place of the one that equals it under the order. */
  readonly put: (item: T) => void;
  readonly remove: (item: T) => void;
  /** The edited list: the very same list where nothing changed. Ends the edit. */
  readonly finish: () => SortedList<T>;
}

/** Begins an edit of a list, which itself stays as it is. Each chunk is copied at most once, however many steps follow. */
export function editSortedList<T>(list: SortedList<T>): SortedListEditor<T> {
  const { chunks: before, compare } = internals(list);
  let chunks: Chunk<T>[] | undefined;
  const owned = new Set<Chunk<T>>();

  const read = (): readonly Chunk<T>[] => chunks ?? before;
  const write = (): Chunk<T>[] => (chunks ??= [...before]);
  const writable = (index: number): T[] => {
    const chunk = read()[index] ?? [];
    if (owned.has(chunk)) return chunk as T[];
    const copy = [...chunk];
    owned.add(copy);
    write()[index] = copy;
    return copy;
  };
  const insertChunk = (index: number, items: T[]): void => {
    owned.add(items);
    write().splice(index, 0, items);
  };
  const insert = (index: number, offset: number, item: T): void => {
    const length = read()[index]?.length ?? CHUNK;
    const next = read()[index + 1]?.length ?? CHUNK;
    if (length < CHUNK) writable(index).splice(offset, 0, item);
    else if (offset === 0) insertChunk(index, [item]);
    else if (offset < CHUNK) {
      insertChunk(index + 1, writable(index).splice(offset));
      writable(index).push(item);
    } else if (next < CHUNK) writable(index + 1).unshift(item);
    else insertChunk(index + 1, [item]);
  };

  return {
    find: (item) => {
      const place = locate(read(), compare, item);
      return place.found ? read()[place.chunk]?.[place.offset] : undefined;
    },
    put: (item) => {
      const place = locate(read(), compare, item);
      if (!place.found) insert(place.chunk, place.offset, item);
      else if (read()[place.chunk]?.[place.offset] !== item) writable(place.chunk)[place.offset] = item;
    },
    remove: (item) => {
      const place = locate(read(), compare, item);
      if (!place.found) return;
      const chunk = writable(place.chunk);
      chunk.splice(place.offset, 1);
      if (chunk.length === 0) write().splice(place.chunk, 1);
    },
    finish: () => {
      if (chunks === undefined) return list;
      for (const chunk of owned) Object.freeze(chunk);
      return new ChunkedList(chunks, compare);
    },
  };
}

/** What changed from one version to a later one. Costs by the chunks that differ, wherever they are. */
export function diffSortedLists<T>(before: SortedList<T>, after: SortedList<T>): SortedListDiff<T> {
  const inserted: T[] = [];
  const updated: T[] = [];
  const removed: T[] = [];
  const a = internals(before);
  const b = internals(after);
  // What both have, an edit did not touch.
  const kept = new Set(b.chunks);
  const was = new Set(a.chunks);
  const old = a.chunks.filter((chunk) => !kept.has(chunk)).flat();
  const now = b.chunks.filter((chunk) => !was.has(chunk)).flat();
  let i = 0;
  for (const item of now) {
    let gone = old[i];
    while (gone !== undefined && b.compare(gone, item) < 0) {
      removed.push(gone);
      gone = old[++i];
    }
    if (gone === undefined || b.compare(gone, item) > 0) inserted.push(item);
    else {
      if (gone !== item) updated.push(item);
      i += 1;
    }
  }
  removed.push(...old.slice(i));
  return { inserted, updated, removed };
}

interface Place {
  readonly chunk: number;
  readonly offset: number;
  readonly found: boolean;
}

/** Where the item stands, or where it would be inserted: never in front of a chunk that another could take it behind. */
function locate<T>(chunks: readonly Chunk<T>[], compare: Compare<T>, item: T): Place {
  const chunk = lastNotAbove(chunks, ([first]) => (first === undefined ? -1 : compare(first, item)));
  const items = chunks[chunk] ?? [];
  const offset = lastNotAbove(items, (other) => compare(other, item));
  const other = items[offset];
  if (other === undefined) return { chunk, offset: 0, found: false };
  const order = compare(other, item);
  return { chunk, offset: order < 0 ? offset + 1 : offset, found: order === 0 };
}

/** The last index whose item does not stand above the sought place; 0 where all do. O(log n), first trying the end. */
function lastNotAbove<T>(items: readonly T[], distance: (item: T) => number): number {
  let low = 0;
  let high = items.length - 1;
  const last = items[high];
  if (last !== undefined && distance(last) <= 0) return high;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && distance(item) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

function internals<T>(list: SortedList<T>): ChunkedList<T> {
  if (!(list instanceof ChunkedList))
    throw new TypeError('a SortedList is made by emptySortedList() and editSortedList() only');
  return list as ChunkedList<T>;
}
