import fc from 'fast-check';
import type { Message, StoreEvent } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf, pageOf } from './arbitrary-messages.ts';

const options = { isPartial: false, clearOnKick: false };
const received = (...data: readonly Message[]): StoreEvent => ({ type: 'MESSAGE_RECEIVED', data });
const timelineAfter = (...events: readonly StoreEvent[]): readonly Message[] =>
  reduce(initialState(), events, options).messages.timelines.get('C2Calice')?.toArray() ?? [];

describe('reduceMessages', () => {
  it.each(['MESSAGE_MODIFIED', 'MESSAGE_READ_BY_PEER'] as const)(
    '%s reaches a row that the SDK names by another ID, and no others',
    (type) => {
      const message = messageOf({ time: 5, sequence: 1, random: 8 });
      const again = messageOf({
        time: 5,
        sequence: 1,
        random: 8,
        ID: 'parsed-again',
        version: 1,
        isPeerRead: true,
      });
      const rows = timelineAfter(received(message), {
        type,
        data: [again, messageOf({ time: 1, ID: 'not loaded' })],
      });
      expect(rows).toMatchObject([{ ID: message.ID, version: 1, isPeerRead: true }]);
      expect(rows).toHaveLength(1);
    },
  );

  it('marks what was unread when a conversation is read, between own messages, too', () => {
    const rows = timelineAfter(
      received(
        messageOf({ time: 1, isRead: true }),
        messageOf({ time: 2 }),
        messageOf({ time: 3, from: 'me', flow: 'out' }),
        messageOf({ time: 4 }),
      ),
      { type: 'conversationRead', conversationID: 'C2Calice' },
    );
    expect(rows.filter(({ flow }) => flow === 'in').map(({ isRead }) => isRead)).toEqual([true, true, true]);
  });

  it('looks no further back than a hundred own messages in a row', () => {
    const own = (time: number): Message => messageOf({ time, from: 'me', flow: 'out' });
    const unreadBehind = (count: number): boolean | undefined =>
      timelineAfter(
        received(messageOf({ time: 1 }), ...Array.from({ length: count }, (_, index) => own(2 + index))),
        { type: 'conversationRead', conversationID: 'C2Calice' },
      )[0]?.isRead;
    expect([unreadBehind(99), unreadBehind(100)]).toEqual([true, false]);
  });
});

describe('MESSAGE_MODIFIED as the first sight of a message', () => {
  const modified = (...data: readonly Message[]): StoreEvent => ({ type: 'MESSAGE_MODIFIED', data });
  const page = (isCompleted: boolean, ...messages: readonly Message[]): StoreEvent =>
    pageOf('C2Calice', messages, { isCompleted });
  const at = (time: number): Message => messageOf({ time, version: 1 });
  const timesAfter = (...events: readonly StoreEvent[]): readonly number[] =>
    timelineAfter(...events).map(({ time }) => time);

  it.each<readonly [string, readonly StoreEvent[], readonly number[]]>([
    ['a new one is shown', [received(at(5)), modified(at(6))], [5, 6]],
    ['one between those that are shown is, too', [received(at(5), at(7)), modified(at(6))], [5, 6, 7]],
    ['an older one waits for its page', [page(false, at(5)), modified(at(4))], [5]],
    ['where all is loaded, none is older', [page(true, at(5)), modified(at(4))], [4, 5]],
    ['a new one is shown where nothing else is', [page(true), modified(at(6))], [6]],
    ['where nothing is loaded, the first page brings it', [modified(at(6))], []],
    ['one to whoever is online is not shown', [page(true), modified({ ...at(6), onlineUserOnly: true })], []],
    [
      'one that was deleted is not shown',
      [received(at(6)), { type: 'messagesDeleted', messages: [at(6)] }, page(true), modified(at(6))],
      [],
    ],
  ])('%s', (_, events, times) => {
    expect(timesAfter(...events)).toEqual(times);
  });

  it('ends in the same timeline as MESSAGE_RECEIVED, in whatever order both come', () => {
    const sights = fc
      .uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1 })
      .chain((times) =>
        fc.tuple(
          ...times.map((time) => fc.boolean().map((isNew) => (isNew ? received : modified)(at(5 + time)))),
        ),
      );
    fc.assert(
      fc.property(
        sights.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (events) => {
          const times = timesAfter(page(false, at(5)), ...events);
          expect(times).toHaveLength(1 + events.length);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});
