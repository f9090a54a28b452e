import type { Conversation, ConversationID, StoreEvent, TimState } from 'tim-reactive';
import { c2cID, selectConversations } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeConversation } from '../../src/conversations/normalize-conversation.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';

const row = (conversationID: ConversationID, lastTime: number, unreadCount = 0): Conversation =>
  normalizeConversation({ conversationID, unreadCount, lastMessage: { lastTime } }, undefined);

const list = (...data: readonly Conversation[]): StoreEvent => ({ type: 'CONVERSATION_LIST_UPDATED', data });

const after = (
  events: readonly StoreEvent[],
  isPartial = false,
  state = initialState(),
): TimState['conversations'] =>
  events.reduce((before, event) => reduce(before, [event], { isPartial, clearOnKick: false }), state)
    .conversations;

describe('reduceConversations', () => {
  it.each([false, true])(
    'takes an ID that a list has twice once, the last copy, and the total stays right (partial: %s)',
    (isPartial) => {
      const twice = list(row('C2Calice', 2, 1), row('C2Cbob', 1, 2), row('C2Calice', 2, 5));
      for (const events of [[twice], [list(row('C2Cbob', 1)), twice], [twice, twice]]) {
        const state = after(events, isPartial);
        expect(state.order).toEqual(['C2Calice', 'C2Cbob']);
        expect(state.byID.get('C2Calice')?.unreadCount).toBe(5);
        expect(state.totalUnreadCount).toBe(7);
      }
    },
  );

  it('leaves the order to the SDK when a conversation is read', () => {
    const before = list(row('C2Cbob', 1), row('C2Calice', 2, 3));
    const state = after([before, { type: 'conversationRead', conversationID: 'C2Calice' }]);
    expect(state.order).toEqual(['C2Cbob', 'C2Calice']);
    expect(state.totalUnreadCount).toBe(0);
  });

  it.each(['loginStarted', 'sessionFound'] as const)(
    'replaces the list by the first one after %s, under partial updates too',
    (type) => {
      const events: readonly StoreEvent[] = [
        { type: 'loginStarted', userID: 'me' },
        list(row('C2Calice', 1), row('C2Cbob', 2)),
        { type, userID: 'me' },
      ];
      const between = after(events, true);
      expect([between.isLoaded, between.order.length]).toEqual([false, 2]); // still on screen
      const state = after([...events, list(row('C2Ccarol', 3))], true);
      expect([state.isLoaded, state.order, state.byID.size]).toEqual([true, ['C2Ccarol'], 1]);
    },
  );

  it('takes the list that comes with sessionSynced, if one does', () => {
    const before = list(row('C2Calice', 1));
    expect(after([before, { type: 'sessionSynced' }]).order).toEqual(['C2Calice']);
    const synced: StoreEvent = { type: 'sessionSynced', conversations: [row('C2Cbob', 1)] };
    expect(after([before, synced], true).order).toEqual(['C2Cbob']);
  });

  it.each([false, true])(
    'keeps the identity of 9,999 rows at a list event with one change among 10,000 (partial: %s)',
    (isPartial) => {
      const rows = (read?: number): readonly Conversation[] =>
        Array.from({ length: 10_000 }, (_, index) =>
          row(c2cID(`peer${index}`), 20_000 - index, Number(index !== read)),
        );
      const before = after([list(...rows())], isPartial);
      const next = rows(5000);
      const state = after([list(...(isPartial ? next.slice(5000, 5001) : next))], isPartial, {
        ...initialState(),
        conversations: before,
      });
      const changed = before.order.filter((id) => state.byID.get(id) !== before.byID.get(id));
      expect(changed).toEqual(['C2Cpeer5000']);
      expect(state.order).toBe(before.order);
      expect([before.totalUnreadCount, state.totalUnreadCount]).toEqual([10_000, 9999]);
    },
  );

  it('takes what several events of one flush say one after the other', () => {
    const [a, b, c] = [row('C2Ca', 3), row('C2Cb', 2, 4), row('C2Cc', 1)];
    const flushes: readonly (readonly StoreEvent[])[] = [
      [list(c, a, b), list(a, b)],
      [list(b, a), list(a, b)],
      [list(b), list(c, a, b)],
      [{ type: 'conversationsDeleted', conversationIDs: ['C2Cb'] }, list(a, b)],
      [{ type: 'conversationRead', conversationID: 'C2Cb' }, list(a, b)],
    ];
    const before = reduce(initialState(), [list(a, b)], { isPartial: false, clearOnKick: false });
    for (const events of flushes) {
      const state = reduce(before, events, { isPartial: false, clearOnKick: false });
      const expected = after(events, false, before);
      expect(selectConversations(state)).toEqual(expected.order.map((id) => expected.byID.get(id)));
      expect(state.conversations.byID.size).toBe(expected.order.length);
      expect(state.conversations.totalUnreadCount).toBe(expected.totalUnreadCount);
    }
  });
});
