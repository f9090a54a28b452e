import { describe, expect, it } from 'vitest';
import { numberOf, textOf } from '../../src/shared/fields.ts';
import type { RecordSchema } from '../../src/shared/read-record.ts';
import { listOf, plain, readRecord } from '../../src/shared/read-record.ts';

interface Row {
  readonly name: string;
  readonly count: number;
  readonly tags: readonly string[];
  readonly more: { readonly deep: number } | undefined;
}

const ROW: RecordSchema<Row> = { name: textOf, count: numberOf, tags: listOf, more: plain };
const live = () => ({ name: 'one', count: '2', tags: ['a'], more: { deep: 1 }, other: 'not wanted' });

describe('readRecord', () => {
  it('copies what the schema names, frozen, and nothing else', () => {
    const row = readRecord(live(), ROW, 'a row');
    expect(row).toEqual({ name: 'one', count: 2, tags: ['a'], more: { deep: 1 } });
    expect([row, row.tags, row.more].every(Object.isFrozen)).toBe(true);
  });

  it('answers the previous copy where nothing changed, and shares what did not', () => {
    const row = readRecord(live(), ROW, 'a row');
    expect(readRecord(live(), ROW, 'a row', row)).toBe(row);
    const next = readRecord({ ...live(), name: 'two' }, ROW, 'a row', row);
    expect([next === row, next.tags === row.tags, next.more === row.more]).toEqual([false, true, true]);
  });

  it('throws for what is no object', () => {
    expect(() => readRecord(undefined, ROW, 'a row')).toThrow(
      'unable to read a row of the SDK; found undefined',
    );
  });
});

describe('listOf', () => {
  it('is empty where there is no list', () => {
    expect(listOf(undefined, undefined)).toEqual([]);
  });
});
