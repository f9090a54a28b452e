/**
 * An immutable table of entities by ID. A snapshot never changes; rows keep their identity until they themselves do.
 * Iteration is in the order in which the IDs came; one that was removed and comes again stands in its old place, or last.
 */
export interface Table<K extends string, V> extends Iterable<readonly [K, V]> {
  /** How many rows there are. */
  readonly size: number;
  /** The row of this ID. O(1). */
  readonly get: (id: K) => V | undefined;
}

/** What two versions of a table differ in, by ID. */
export interface TableDiff<K extends string> {
  readonly added: readonly K[];
  readonly updated: readonly K[];
  readonly removed: readonly K[];
}

const CHUNK = 64;

type Chunk<V> = readonly (V | undefined)[];

/** What versions of a table share: each ID's slot, handed out once. They are never taken back: a table of few rows takes new ones. */
interface Slots<K extends string> {
  readonly slotOf: Map<K, number>;
  readonly ids: K[];
}

/** A class, so that immer treats a table as one value and neither drafts nor walks it. */
class ChunkedTable<K extends string, V> implements Table<K, V> {
  constructor(
    readonly slots: Slots<K>,
    readonly chunks: readonly Chunk<V>[],
    readonly size: number,
  ) {}

  readonly get = (id: K): V | undefined => {
    const slot = this.slots.slotOf.get(id);
    return slot === undefined ? undefined : this.chunks[Math.floor(slot / CHUNK)]?.[slot % CHUNK];
  };

  *[Symbol.iterator](): Iterator<readonly [K, V]> {
    for (let slot = 0; slot < this.slots.ids.length; slot++) {
      const id = this.slots.ids[slot];
      const row = this.chunks[Math.floor(slot / CHUNK)]?.[slot % CHUNK];
      if (id !== undefined && row !== undefined) yield [id, row];
    }
  }
}

/** A table without rows. */
export function emptyTable<K extends string, V>(): Table<K, V> {
  return new ChunkedTable<K, V>({ slotOf: new Map(), ids: [] }, [], 0);
}

/**
 * The table with these rows set, or removed where the row is `undefined`. Copies only the chunks it touches, each
 * once, but for now and then, when rows that were removed make room; answers the very same table when nothing differs.
 */
export function updateTable<K extends string, V>(
  table: Table<K, V>,
  entries: Iterable<readonly [K, V | undefined]>,
): Table<K, V> {
  const { slots, chunks: before, size: sizeBefore } = internals(table);
  const chunks = [...before];
  const owned = new Map<number, (V | undefined)[]>();
  let size = sizeBefore;
  for (const [id, row] of entries) {
    let slot = slots.slotOf.get(id);
    if (slot === undefined) {
      if (row === undefined) continue;
      slot = slots.ids.push(id) - 1;
      slots.slotOf.set(id, slot);
    }
    const index = Math.floor(slot / CHUNK);
    const old = chunks[index]?.[slot % CHUNK];
    if (old === row) continue;
    let chunk = owned.get(index);
    if (chunk === undefined) {
      chunk = [...(chunks[index] ?? [])];
      owned.set(index, chunk);
      while (chunks.length < index) chunks.push([]);
      chunks[index] = chunk;
    }
    while (chunk.length < slot % CHUNK) chunk.push(undefined);
    chunk[slot % CHUNK] = row;
    size += Number(row !== undefined) - Number(old !== undefined);
  }
  if (owned.size === 0) return table;
  const after = new ChunkedTable(slots, chunks, size);
  // Most slots are those of removed rows. As many came and went since the last time, so that this costs little for each.
  return slots.ids.length > 2 * size + CHUNK ? updateTable(emptyTable<K, V>(), after) : after;
}

/** What changed from one version to a later one. Costs by the chunks that differ, not by the rows, unless room was made between them. */
export function diffTables<K extends string, V>(before: Table<K, V>, after: Table<K, V>): TableDiff<K> {
  const added: K[] = [];
  const updated: K[] = [];
  const removed: K[] = [];
  if (before !== after) {
    const a = internals(before);
    const b = internals(after);
    if (a.slots !== b.slots) return diffUnrelated(before, after);
    for (let index = 0; index < Math.max(a.chunks.length, b.chunks.length); index++) {
      const old = a.chunks[index];
      const now = b.chunks[index];
      if (old === now) continue;
      for (let offset = 0; offset < CHUNK; offset++) {
        if (old?.[offset] === now?.[offset]) continue;
        const id = b.slots.ids[index * CHUNK + offset];
        if (id === undefined) continue;
        (old?.[offset] === undefined ? added : now?.[offset] === undefined ? removed : updated).push(id);
      }
    }
  }
  return { added, updated, removed };
}

/** Two tables that do not share their slots: room was made between them, or the account changed. */
function diffUnrelated<K extends string, V>(before: Table<K, V>, after: Table<K, V>): TableDiff<K> {
  const added: K[] = [];
  const updated: K[] = [];
  const removed: K[] = [];
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === undefined) added.push(id);
    else if (old !== row) updated.push(id);
  }
  for (const [id] of before) if (after.get(id) === undefined) removed.push(id);
  return { added, updated, removed };
}

function internals<K extends string, V>(table: Table<K, V>): ChunkedTable<K, V> {
  if (!(table instanceof ChunkedTable))
    throw new TypeError('a Table is made by emptyTable() and updateTable() only');
  return table as ChunkedTable<K, V>;
}
