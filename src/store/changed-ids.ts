import type { Table, TableDiff } from '../shared/table.ts';
import { diffTables } from '../shared/table.ts';

/** No ID. */
export const NONE: readonly never[] = Object.freeze([]);

type IDOf<T> = T extends Table<infer K, unknown> ? K : never;

/** All IDs that differ in any of these tables of a slice. */
export function changedIn<S, Name extends keyof S>(
  before: S,
  after: S,
  names: readonly Name[],
): readonly IDOf<S[Name]>[] {
  let ids: readonly IDOf<S[Name]>[] = NONE;
  if (before !== after)
    for (const name of names)
      if (before[name] !== after[name]) {
        const [old, now] = [before[name], after[name]] as readonly Table<IDOf<S[Name]>, unknown>[];
        if (old !== undefined && now !== undefined) ids = both(ids, changedIDs(diffTables(old, now)));
      }
  return ids;
}

/** What is in one of the lists, once. */
export function both<K extends string>(a: readonly K[], b: readonly K[]): readonly K[] {
  if (b.length === 0) return a;
  return Object.freeze(a.length === 0 ? [...b] : [...new Set([...a, ...b])]);
}

/** All IDs of a diff. */
function changedIDs<K extends string>({ added, updated, removed }: TableDiff<K>): readonly K[] {
  return added.length + updated.length + removed.length === 0 ? NONE : [...added, ...updated, ...removed];
}
