import { requireRecord } from './fields.ts';
import { recordsIn } from './outcomes.ts';
import { copyPlain, shareRecord } from './plain.ts';

/** How each field of a record is read from what the SDK handed over; `previous` is the last copy of that field, `raw` the whole object. */
export type RecordSchema<T> = {
  readonly [K in keyof T]-?: (
    live: unknown,
    previous: T[K] | undefined,
    raw: Readonly<Record<string, unknown>>,
  ) => T[K];
};

/**
 * A frozen copy of one of the SDK's objects, field by field as the schema says; `previous` itself, whole or in parts,
 * where nothing changed. Throws `MALFORMED_DATA` where it is no object.
 *
 * @example
 * const FRIEND_GROUP: RecordSchema<FriendGroup> = { name: textOf, userIDList: plain, count: numberOf };
 */
export function readRecord<T extends object>(
  live: unknown,
  schema: RecordSchema<T>,
  what: string,
  previous?: T,
): T {
  const raw = requireRecord(live, what);
  const copy: Partial<T> = {};
  for (const key of Object.keys(schema) as (keyof T & string)[])
    copy[key] = schema[key](raw[key], previous?.[key], raw);
  return shareRecord(copy as T, previous);
}

/** Reads a field as plain data of a form that the SDK is trusted with: a frozen deep copy, shared where it is equal. */
export function plain<T>(live: unknown, previous: T | undefined): T {
  return copyPlain(live, previous) as T;
}

/** Reads a list; `[]` where there is none. */
export function listOf<T>(live: unknown, previous: readonly T[] | undefined): readonly T[] {
  return Array.isArray(live) && live.length > 0 ? plain<readonly T[]>(live, previous) : NOTHING;
}

/** Reads a list of records, each as the schema says; what is no record is left out. */
export function recordsOf<T extends object>(schema: RecordSchema<T>): (live: unknown) => readonly T[] {
  return (live) => Object.freeze(recordsIn(live).map((item) => readRecord(item, schema, '')));
}

const NOTHING: readonly never[] = Object.freeze([]);
