// What the comparison rests on.

import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';
import { playEmbedded } from './embedded-stage.ts';
import { lists, rowsOf } from './likeness-table.ts';
import { playReal } from './real-stage.ts';
import { receiving } from './scenarios/receiving.ts';
import { snapshotOf } from './snapshot.ts';

describe('differencesOf', () => {
  it('is empty for equal trees, whatever the order of their keys', () => {
    expect(differencesOf({ a: [1, { b: undefined }], c: NaN }, { c: NaN, a: [1, { b: undefined }] })).toEqual(
      [],
    );
  });

  it('names the place, and tells what is undefined from what is not there', () => {
    expect(differencesOf({ a: { b: 1, c: undefined } }, { a: { b: 2 } })).toEqual([
      { path: 'a.b', embedded: '1', real: '2' },
      { path: 'a.c', embedded: 'undefined', real: '(absent)' },
    ]);
  });

  it('tells a text from a number, and an array from an object', () => {
    expect(differencesOf({ a: '1', b: [] }, { a: 1, b: {} })).toEqual([
      { path: 'a', embedded: '"1"', real: '1' },
      { path: 'b', embedded: '[]', real: '{}' },
    ]);
  });
});

describe('snapshotOf', () => {
  it('has placeholders for what time and chance make, and only for that', () => {
    const message = { ID: '144115-1760000000-77', time: 1_760_000_000, random: 77, sequence: 12, text: '77' };
    expect(snapshotOf(message)).toEqual({
      ID: '<ID>',
      time: '<seconds>',
      random: '<random>',
      sequence: 12,
      text: '77',
    });
  });

  it('says in which order a list is, apart from what its rows are', () => {
    const rows = [
      { conversationID: 'C2Cb', unreadCount: 1 },
      { conversationID: 'C2Ca', unreadCount: 0 },
    ];
    expect(snapshotOf(rows)).toEqual({ order: 'C2Cb C2Ca', C2Cb: rows[0], C2Ca: rows[1] });
  });
});

describe('the table of differences', () => {
  const [row] = rowsOf('| flavour | scenario | path |\n| 3.x | a | `x.*.y` | `"1"` | `*` | Because. |');

  it('is read from Markdown, without heads and code marks', () => {
    expect(row).toEqual({
      flavour: '3.x',
      scenario: 'a',
      path: 'x.*.y',
      embedded: '"1"',
      real: '*',
      reason: 'Because.',
    });
  });

  it('lists what fits in every cell', () => {
    const difference = { path: 'x.0.y', embedded: '"1"', real: '2' };
    if (!row) throw new Error('no row');
    expect(lists(row, '3.x', 'a', difference)).toBe(true);
    expect(lists(row, '2.x', 'a', difference)).toBe(false);
    expect(lists(row, '3.x', 'b', difference)).toBe(false);
    expect(lists(row, '3.x', 'a', { ...difference, path: 'x.0.y.z' })).toBe(false);
    expect(lists(row, '3.x', 'a', { ...difference, embedded: '1' })).toBe(false);
  });
});

describe('a scenario', () => {
  it('tells one generation from the other', async () => {
    const real = await playReal(receiving, '3.x');
    const embedded = await playEmbedded(receiving, '2.x');
    const paths = differencesOf(embedded, real).map(({ path }) => path);
    expect(paths).toContain('a text.order');
    expect(paths).toContain('a text.events.MESSAGE_RECEIVED.0.0.revoker');
  });
});
