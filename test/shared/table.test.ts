import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countReachable } from '../count-reachable.ts';
import { diffTables, emptyTable, updateTable } from '../../src/shared/table.ts';

const id = fc.integer({ min: 0, max: 400 }).map((n) => `id${n}`);
const steps = fc.array(
  fc.array(fc.tuple(id, fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })), { maxLength: 12 }),
);

describe('updateTable', () => {
  it('keeps what a Map would keep, whatever is set and removed', () => {
    fc.assert(
      fc.property(steps, (batches) => {
        let table = emptyTable<string, number>();
        const model = new Map<string, number>();
        for (const batch of batches) {
          table = updateTable(table, batch);
          for (const [key, row] of batch)
            if (row === undefined) model.delete(key);
            else model.set(key, row);
        }
        expect(new Map(table)).toEqual(model);
        expect(table.size).toBe(model.size);
        for (const [key, row] of model) expect(table.get(key)).toBe(row);
      }),
    );
  });

  it('leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(steps, (batches) => {
        let table = emptyTable<string, number>();
        const versions = batches.map((batch) => {
          const before = { table, rows: [...table] };
          table = updateTable(table, batch);
          return before;
        });
        for (const version of versions) expect([...version.table]).toEqual(version.rows);
      }),
    );
  });

  it('answers the same table when nothing differs', () => {
    const table = updateTable(emptyTable<string, number>(), [['a', 1]]);
    expect(
      updateTable(table, [
        ['a', 1],
        ['b', undefined],
      ]),
    ).toBe(table);
  });

  it('keeps nothing of rows that are gone', () => {
    let table = updateTable(emptyTable<string, number>(), [['a', 1]]);
    for (let i = 0; i < 10_000; i++)
      table = updateTable(table, [
        [`id${i}`, i],
        [`id${i - 50}`, undefined],
      ]);
    expect(table.size).toBe(51);
    expect(countReachable(table)).toBeLessThan(1000);
  });

  it('moves no more rows than have come and gone', () => {
    let table = updateTable(
      emptyTable<string, number>(),
      Array.from({ length: 1000 }, (_, i) => [`${i}`, i]),
    );
    let moves = 0;
    for (let i = 0; i < 10_000; i++) {
      const before = table;
      table = updateTable(table, [
        [`${i + 1000}`, i],
        [`${i}`, undefined],
      ]);
      moves += Number(Object(before).slots !== Object(table).slots) * table.size;
    }
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(10_000);
  });

  it('leaves every earlier version as it was when rows make room', () => {
    const first = updateTable(
      emptyTable<string, number>(),
      Array.from({ length: 500 }, (_, i) => [`id${i}`, i]),
    );
    const versions = [first];
    for (let i = 0; i < 500; i++)
      versions.push(updateTable(versions.at(-1) ?? first, [[`id${i}`, undefined]]));
    versions.forEach((version, gone) => {
      expect(version.size).toBe(500 - gone);
      expect([...version][0]?.[1]).toBe(gone === 500 ? undefined : gone);
      expect(version.get('id499')).toBe(gone === 500 ? undefined : 499);
      expect(diffTables(first, version).removed.length).toBe(gone);
      expect(diffTables(version, first).added.length).toBe(gone);
    });
    expect([...updateTable(versions[400] ?? first, [['id0', -1]])].at(-1)).toEqual(['id0', -1]);
  });

  it('lets two versions grow apart from one', () => {
    const base = updateTable(emptyTable<string, number>(), [['a', 1]]);
    const left = updateTable(base, [['b', 2]]);
    const right = updateTable(base, [['c', 3]]);
    expect([...left]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...right]).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });
});

describe('diffTables', () => {
  it('tells exactly what was added, updated and removed', () => {
    fc.assert(
      fc.property(steps, steps, (first, second) => {
        const before = first.reduce(updateTable<string, number>, emptyTable<string, number>());
        const after = second.reduce(updateTable<string, number>, before);
        const diff = diffTables(before, after);
        const old = new Map(before);
        const now = new Map(after);
        expect(new Set(diff.added)).toEqual(new Set([...now.keys()].filter((key) => !old.has(key))));
        expect(new Set(diff.removed)).toEqual(new Set([...old.keys()].filter((key) => !now.has(key))));
        expect(new Set(diff.updated)).toEqual(
          new Set([...now.keys()].filter((key) => old.has(key) && old.get(key) !== now.get(key))),
        );
      }),
    );
  });

  it('tells the difference of two tables that have nothing to do with one another', () => {
    const before = updateTable(emptyTable<string, number>(), [
      ['a', 1],
      ['b', 2],
    ]);
    const after = updateTable(emptyTable<string, number>(), [
      ['b', 3],
      ['c', 4],
    ]);
    expect(diffTables(before, after)).toEqual({ added: ['c'], updated: ['b'], removed: ['a'] });
  });
});
