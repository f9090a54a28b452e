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

const CHUNK = 256;

/** So many chunks are looked through from the end, before anything is reckoned for all of them. */
const NEAR_END = 2;

/** A piece of a list. */
export type Chunk<T> = readonly T[];

/** A class, so that immer treats a list as one value and neither drafts nor walks it. */
class ChunkedList<T> implements SortedList<T> {
  private starts: readonly number[] | undefined;
  /** Stands for this version in later ones, which must not keep alive what it was made of. */
  readonly version: object = {};

  constructor(
    readonly chunks: readonly Chunk<T>[],
    readonly length: number,
    readonly compare: Compare<T>,
    /** What it was made of, and where the first change stands: for whoever compares the two. */
    readonly origin?: Pick<Place, 'chunk' | 'offset'> & { readonly version: object },
  ) {}

  at(index: number): T | undefined {
    if (index < 0 || index >= this.length) return undefined;
    // What is asked for is mostly near one of the ends.
    const [first = []] = this.chunks;
    if (index < first.length) return first[index];
    const last = this.chunks.length - 1;
    for (let chunk = last; chunk >= 0 && chunk > last - NEAR_END; chunk--) {
      const start = this.startOf(chunk);
      if (index >= start) return this.chunks[chunk]?.[index - start];
    }
    const starts = this.chunkStarts();
    const chunk = lastNotAbove(starts, (start) => start - index);
    return this.chunks[chunk]?.[index - (starts[chunk] ?? 0)];
  }

  indexOf(item: T): number {
    const place = locate(this.chunks, this.compare, item);
    return place.found ? this.startOf(place.chunk) + place.offset : -1;
  }

  find(item: T): T | undefined {
    const place = locate(this.chunks, this.compare, item);
    return place.found ? this.chunks[place.chunk]?.[place.offset] : undefined;
  }

  firstIndex(distance: (item: T) => number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const item = this.at(middle);
      if (item !== undefined && distance(item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.chunks) yield* chunk;
  }

  private startOf(chunk: number): number {
    if (this.starts !== undefined || chunk < this.chunks.length - NEAR_END)
      return this.chunkStarts()[chunk] ?? 0;
    let start = this.length;
    for (let index = this.chunks.length - 1; index >= chunk; index--)
      start -= this.chunks[index]?.length ?? 0;
    return start;
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
  return new ChunkedList<T>([], 0, compare);
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
  const { chunks: before, compare, version } = internals(list);
  let { length } = list;
  let chunks: Chunk<T>[] | undefined;
  let first: Pick<Place, 'chunk' | 'offset'> = { chunk: before.length, offset: 0 };
  const owned = new Set<Chunk<T>>();

  const read = (): readonly Chunk<T>[] => chunks ?? before;
  const write = (): Chunk<T>[] => (chunks ??= [...before]);
  const touch = ({ chunk, offset }: Place): void => {
    if (chunk < first.chunk || (chunk === first.chunk && offset < first.offset)) first = { chunk, offset };
  };
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
      if (read()[place.chunk]?.[place.offset] === item) return;
      touch(place);
      if (!place.found) {
        insert(place.chunk, place.offset, item);
        length += 1;
      } else writable(place.chunk)[place.offset] = item;
    },
    remove: (item) => {
      const place = locate(read(), compare, item);
      if (!place.found) return;
      touch(place);
      const chunk = writable(place.chunk);
      chunk.splice(place.offset, 1);
      length -= 1;
      if (chunk.length === 0) write().splice(place.chunk, 1);
    },
    finish: () => {
      if (chunks === undefined) return list;
      for (const chunk of owned) Object.freeze(chunk);
      return new ChunkedList(chunks, length, compare, { version, ...first });
    },
  };
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

/** What a list is made of, for what compares two. */
export function internals<T>(
  list: SortedList<T>,
): Pick<ChunkedList<T>, 'chunks' | 'compare' | 'origin' | 'version'> {
  if (!(list instanceof ChunkedList))
    throw new TypeError('a SortedList is made by emptySortedList() and editSortedList() only');
  return list as ChunkedList<T>;
}
