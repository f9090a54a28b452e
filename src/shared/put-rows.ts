import { equalPlain } from './plain.ts';
import type { Table } from './table.ts';
import { updateTable } from './table.ts';

/** The table with these rows, frozen, by ID; `undefined` takes one out. A row that is equal to the one there stays that one. */
export function putRows<ID extends string, Row>(
  table: Table<ID, Row>,
  rows: readonly (readonly [ID, Row | undefined])[],
): Table<ID, Row> {
  return updateTable(
    table,
    rows.map(([id, row]) => {
      const old = table.get(id);
      return [id, equalPlain(row, old) ? old : Object.freeze(row)] as const;
    }),
  );
}

/** The table without the rows of these IDs. */
export function dropRows<ID extends string, Row>(table: Table<ID, Row>, ids: readonly ID[]): Table<ID, Row> {
  return updateTable(
    table,
    ids.map((id) => [id, undefined]),
  );
}
