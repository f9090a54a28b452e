import type { Message, StoreEvent } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf } from './arbitrary-messages.ts';

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
