import type { MessageRow, MessageRowOptions, Timeline } from 'tim-reactive';
import { gapWithin, messageRows, rowsWithin } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { emptyTimeline } from '../../src/messages/chunked-timeline.ts';
import { mergeIntoTimeline } from '../../src/messages/edit-timeline.ts';
import type { Message } from '../../src/messages/message.ts';
import { messageOf } from './arbitrary-messages.ts';

const DAY = 86_400;
const options = { dayOf: (time: number) => `day ${Math.floor(time / DAY)}` } satisfies MessageRowOptions;

/** Messages of a group, by sequence, a minute after one another. */
const said = (sequence: number, from = 'alice', fields: object = {}): Message =>
  messageOf({
    ID: `m${sequence}`,
    conversationID: 'GROUPg',
    conversationType: 'GROUP',
    from,
    sequence,
    time: sequence * 60,
    ...fields,
  });
const timelineOf = (...messages: readonly Message[]): Timeline =>
  mergeIntoTimeline(emptyTimeline(), messages);
const rowsOf = (timeline: Timeline, more: MessageRowOptions = {}): readonly MessageRow[] =>
  messageRows(timeline, false, { ...options, ...more }).slice();
const kinds = (rows: readonly MessageRow[]): readonly (readonly string[])[] =>
  rows.map(({ separators }) => separators.map(({ kind }) => kind));
const runs = (rows: readonly MessageRow[]): string =>
  rows
    .map(
      ({ isFirstOfSender, isLastOfSender, key }) =>
        `${isFirstOfSender ? '[' : ''}${key}${isLastOfSender ? ']' : ''}`,
    )
    .join(' ');

describe('messageRows', () => {
  it('makes one row of each message, by its ID, with a number that stays when older ones come in', () => {
    const before = timelineOf(said(5), said(6));
    const after = mergeIntoTimeline(before, [said(3), said(4), said(7)]);
    const index = (rows: readonly MessageRow[]): object =>
      Object.fromEntries(rows.map((row) => [row.key, row.index - before.firstIndex]));
    expect(index(rowsOf(before))).toEqual({ m5: 0, m6: 1 });
    expect(index(rowsOf(after))).toEqual({ m3: -2, m4: -1, m5: 0, m6: 1, m7: 2 });
    expect(messageRows(after, false)).toMatchObject({ length: 5, firstIndex: before.firstIndex - 2 });
  });

  it('puts the date above the first message of each day', () => {
    const rows = rowsOf(
      timelineOf(said(1), said(2), said(3, 'alice', { time: DAY }), said(4, 'alice', { time: DAY + 1 })),
    );
    expect(kinds(rows)).toEqual([['date'], [], ['date'], []]);
    expect(rows[2]?.separators).toEqual([{ kind: 'date', time: DAY, day: 'day 1' }]);
  });

  it('takes the days of the local calendar', () => {
    const noon = new Date(2024, 1, 29, 12).getTime() / 1000;
    const rows = messageRows(timelineOf(said(1, 'alice', { time: noon })), false).slice();
    expect(rows[0]?.separators).toEqual([{ kind: 'date', time: noon, day: '2024-02-29' }]);
  });

  it('puts in order what stands above one message: the start, a gap, the date, the unread line', () => {
    const timeline = timelineOf(said(1), said(9));
    const rows = messageRows(timeline, true, { ...options, unreadID: 'm9', dayOf: String }).slice();
    expect(kinds(rows)).toEqual([
      ['historyStart', 'date'],
      ['gap', 'date', 'unread'],
    ]);
    expect(rows[1]?.separators[0]).toEqual({ kind: 'gap', gap: { from: 2, to: 8, index: 1 } });
  });

  it('tells of the start of the history only where nothing older is left', () => {
    const timeline = timelineOf(said(1));
    expect(kinds(messageRows(timeline, false, options).slice())).toEqual([['date']]);
    expect(kinds(messageRows(timeline, true, options).slice())).toEqual([['historyStart', 'date']]);
  });

  it('tells of a gap below the last message, which stands above none', () => {
    const timeline = mergeIntoTimeline(timelineOf(said(1)), [], [{ from: 5, to: 9 }]);
    expect(kinds(messageRows(timeline, false, options).slice())).toEqual([['date']]);
    expect(messageRows(timeline, false).gapsBelow).toEqual([{ from: 2, to: 4, index: 1 }]);
  });

  it('makes runs of one sender’s messages, ended by another, a pause, a date, a gap and the unread line', () => {
    expect(runs(rowsOf(timelineOf(said(1), said(2), said(3, 'bob'), said(4))))).toBe('[m1 m2] [m3] [m4]');
    expect(runs(rowsOf(timelineOf(said(1), said(2, 'alice', { time: 361 }))))).toBe('[m1] [m2]');
    expect(runs(rowsOf(timelineOf(said(1), said(2, 'alice', { time: 361 })), { groupWithin: 301 }))).toBe(
      '[m1 m2]',
    );
    expect(runs(rowsOf(timelineOf(said(1), said(2)), { dayOf: String }))).toBe('[m1] [m2]');
    expect(runs(rowsOf(timelineOf(said(1), said(3))))).toBe('[m1] [m3]');
    expect(runs(rowsOf(timelineOf(said(1), said(2), said(3)), { unreadID: 'm2' }))).toBe('[m1] [m2 m3]');
  });

  it.each([
    ['a tip', { type: 'TIMGroupTipElem', payload: { operationType: 99, operatorID: 'alice' } }],
    ['a notice', { type: 'TIMGroupSystemNoticeElem', payload: { operationType: 255 } }],
    ['a recalled message', { isRevoked: true }],
    ['that a group was made', { type: 'TIMCustomElem', payload: { data: 'group_create' } }],
    [
      'that a group was made, as JSON,',
      {
        type: 'TIMCustomElem',
        payload: { data: '{"businessID":"group_create","content":"Create Group","cmd":0,"version":4}' },
      },
    ],
  ])('lets %s stand by itself', (_, fields) => {
    expect(runs(rowsOf(timelineOf(said(1), said(2, 'alice', fields), said(3))))).toBe('[m1] [m2] [m3]');
  });

  it('keeps each row, until something in it changes', () => {
    const before = timelineOf(...Array.from({ length: 20 }, (_, place) => said(place + 100)));
    const rows = new Set(rowsOf(before));
    const changed = (after: Timeline): readonly string[] =>
      rowsOf(after)
        .filter((row) => !rows.has(row))
        .map(({ key }) => key);
    expect(rowsOf(mergeIntoTimeline(before, [])).every((row) => rows.has(row))).toBe(true);
    expect(changed(mergeIntoTimeline(before, [said(120)]))).toEqual(['m119', 'm120']);
    expect(changed(mergeIntoTimeline(before, [said(120, 'bob')]))).toEqual(['m120']);
    // What was the first lost its date.
    expect(changed(mergeIntoTimeline(before, [said(98), said(99)]))).toEqual(['m98', 'm99', 'm100']);
    expect(changed(mergeIntoTimeline(before, [said(110, 'alice', { isPeerRead: true })]))).toEqual(['m110']);
  });

  it('keeps the rows of two views that show the same messages in two ways', () => {
    const timeline = timelineOf(said(1), said(2));
    const one = (): readonly MessageRow[] => rowsOf(timeline);
    const other = (): readonly MessageRow[] => rowsOf(timeline, { unreadID: 'm2' });
    const [a, b] = [one(), other()];
    expect(a[1]).not.toBe(b[1]);
    expect([one()[1] === a[1], other()[1] === b[1]]).toEqual([true, true]);
  });

  it('reads no more of the timeline than what is asked for', () => {
    const timeline = timelineOf(...Array.from({ length: 5000 }, (_, place) => said(place + 1)));
    let reads = 0;
    const { at } = timeline;
    const counting = Object.assign(timeline, {
      at: (place: number) => {
        reads += 1;
        return at(place);
      },
    });
    const rows = messageRows(counting, false, options);
    expect(reads).toBe(0);
    expect(rows.slice(-10).length).toBe(10);
    expect(reads).toBeLessThanOrEqual(30);
    expect(rows.at(-1)).toBeUndefined();
    expect(rows.at(5000)).toBeUndefined();
  });

  it('is frozen', () => {
    const [row] = rowsOf(timelineOf(said(1)));
    expect([row, row?.separators, row?.separators[0]].map(Object.isFrozen)).toEqual([true, true, true]);
  });
});

describe('rowsWithin', () => {
  it('gives the rows of a window that there are, and all without one', () => {
    const timeline = timelineOf(said(1), said(2), said(3));
    const rows = messageRows(timeline, false, options);
    const keys = (start?: number, end?: number): readonly string[] =>
      rowsWithin(rows, start, end).map(({ key }) => key);
    const first = timeline.firstIndex;
    expect(keys()).toEqual(['m1', 'm2', 'm3']);
    expect(keys(first + 1, first + 2)).toEqual(['m2']);
    expect(keys(first - 9, first + 1)).toEqual(['m1']);
    expect(keys(first + 2, first + 99)).toEqual(['m3']);
    expect(keys(first - 9, first - 3)).toEqual([]);
  });
});

describe('gapWithin', () => {
  it('finds the newest gap that a row of the window shows', () => {
    const timeline = timelineOf(said(1), said(4), said(5), said(9));
    const first = timeline.firstIndex;
    const find = (start: number, end: number): number | undefined =>
      gapWithin(timeline, { start: first + start, end: first + end })?.to;
    expect([find(0, 1), find(0, 2), find(2, 3), find(1, 4), find(3, 4)]).toEqual([
      undefined,
      3,
      undefined,
      8,
      8,
    ]);
  });
});
