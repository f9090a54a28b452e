import fc from 'fast-check';
import type { ConversationID, Message, StoreEvent, TimState } from 'tim-reactive';
import { c2cID, groupID, selectHistory, selectMessage, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeConversation } from '../../src/conversations/normalize-conversation.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { createWorld, flavours } from '../world.ts';
import { messageOf, pageOf } from './arbitrary-messages.ts';

const after = (...events: readonly StoreEvent[]): TimState =>
  events.reduce(
    (state, event) => reduce(state, [event], { isPartial: false, clearOnKick: false }),
    initialState(),
  );

const out = { ID: 'm', from: 'me', flow: 'out', time: 5, sequence: 3 } as const;
const message = messageOf(out);
const received: StoreEvent = { type: 'MESSAGE_RECEIVED', data: [message] };
const revoked = (fields: object): StoreEvent => ({
  type: 'MESSAGE_REVOKED',
  data: [
    {
      conversationID: 'C2Calice',
      ID: undefined,
      sequence: 3,
      time: 5,
      revoker: 'me',
      revokeReason: '',
      ...fields,
    },
  ],
});
const modified: StoreEvent = {
  type: 'MESSAGE_MODIFIED',
  data: [messageOf({ ...out, version: 2, isModified: true, payload: { text: 'changed' } })],
};
const readByPeer: StoreEvent = {
  type: 'MESSAGE_READ_BY_PEER',
  data: [messageOf({ ...out, isPeerRead: true })],
};
/** The first page, without the message. */
const newest = pageOf('C2Calice', [messageOf({ time: 9, sequence: 9 })]);
const older: StoreEvent = pageOf('C2Calice', [message]);

describe('what was done to a message before it came', () => {
  it.each<readonly [string, StoreEvent, Partial<Message>]>([
    ['a recall, by ID', revoked({ ID: 'm' }), { isRevoked: true, revoker: 'me' }],
    ['a recall, by sequence and time', revoked({}), { isRevoked: true }],
    ['an edit', modified, { isModified: true, version: 2 }],
    ['the peer’s reading', readByPeer, { isPeerRead: true }],
  ])('%s is kept, and holds when the message comes', (_, event, fields) => {
    const kept = after(newest, event);
    expect(selectTimeline(kept, 'C2Calice').length).toBe(1);
    expect(selectMessage(after(newest, event, older), 'm')).toMatchObject(fields);
    expect(after(newest, event, older).messages.orphans).toEqual([]);
  });

  it('ends in the same message in whichever order all of it comes', () => {
    const events = [received, older, revoked({}), modified, readByPeer];
    const all = selectMessage(after(newest, ...events), 'm');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        (shuffled) => {
          expect(selectMessage(after(newest, ...shuffled), 'm')).toEqual(all);
        },
      ),
    );
  });

  it('is told again without a commit', () => {
    const state = after(newest, revoked({}), modified, readByPeer);
    for (const event of [revoked({}), modified, readByPeer])
      expect(reduce(state, [event], { isPartial: false, clearOnKick: false })).toBe(state);
  });

  it('makes room, oldest first, when too much of it waits', () => {
    const many = Array.from({ length: 510 }, (_, index) => revoked({ sequence: index, time: index }));
    const { orphans } = after(newest, ...many).messages;
    expect(orphans.length).toBe(500);
    expect(orphans[0]).toMatchObject({ revocation: { sequence: 10 } });
  });

  it('is forgotten when the history is cleared', () => {
    const state = after(newest, revoked({}), { type: 'historyCleared', conversationIDs: ['C2Calice'] });
    expect(state.messages.orphans).toEqual([]);
  });
});

describe.each(flavours)('a page on $flavour', (sdk) => {
  it.each([
    ['me', c2cID('alice')],
    ['team', groupID('team')],
  ] as const)('shows what others recalled and edited before it was loaded, to %s', async (to, id) => {
    const { server, store, finish, settle, login, texts } = createWorld({ sdk });
    const IDs = Array.from(
      { length: 40 },
      (_, index) => server.sendText({ from: 'alice', to, text: `${index}`, time: 1_759_990_000 + index }).ID,
    );
    const change = async (recalled: number, edited: number): Promise<void> => {
      server.revoke(IDs[recalled] ?? '');
      server.modify(IDs[edited] ?? '', { text: 'edited' });
      await settle(1000);
    };
    await login();
    await change(38, 37); // of the newest page
    await finish(store.actions.messages.load(id), 1000);
    await change(10, 9); // of an older one
    while (!selectHistory(store.getState(), id).isCompleted)
      await finish(store.actions.messages.loadOlder(id), 1000);
    const timeline = selectTimeline(store.getState(), id).toArray();
    expect(timeline.flatMap(({ isRevoked }, index) => (isRevoked ? [index] : []))).toEqual([10, 38]);
    expect(texts(id).flatMap((text, index) => (text === 'edited' ? [index] : []))).toEqual([9, 37]);
    expect(timeline.length).toBe(40);
    expect(store.getState().messages.orphans).toEqual([]);
  });
});

describe('the peer’s reading, as the conversation tells it', () => {
  const list = (conversationID: ConversationID, peerReadTime: number): StoreEvent => ({
    type: 'CONVERSATION_LIST_UPDATED',
    data: [normalizeConversation({ conversationID, peerReadTime }, undefined)],
  });
  const own = (time: number, fields: object = {}): Message =>
    messageOf({ ...out, ID: `m${time}`, time, sequence: time, ...fields });
  const readOf = (state: TimState): readonly number[] =>
    [...selectTimeline(state, 'C2Calice')].filter(({ isPeerRead }) => isPeerRead).map(({ time }) => time);

  it('marks own messages up to its time, whether they or the list come first', () => {
    const messages: StoreEvent = { type: 'MESSAGE_RECEIVED', data: [own(1), own(2), own(3), own(4)] };
    expect(readOf(after(messages, list('C2Calice', 3)))).toEqual([1, 2, 3]);
    expect(readOf(after(list('C2Calice', 3), messages))).toEqual([1, 2, 3]);
    expect(readOf(after(list('C2Calice', 2), messages, list('C2Calice', 3)))).toEqual([1, 2, 3]);
  });

  it('marks what was sent before it and answered after it, and goes past what was marked already', () => {
    const sent: StoreEvent = { type: 'sendSucceeded', message: own(3), profiles: [] };
    expect(readOf(after(list('C2Calice', 3), sent))).toEqual([3]);
    const byPeer: StoreEvent = { type: 'MESSAGE_RECEIVED', data: [own(1), own(2, { isPeerRead: true })] };
    expect(readOf(after(byPeer, list('C2Calice', 2)))).toEqual([1, 2]);
  });

  it('marks no message of others, and none of a group', () => {
    const theirs = own(1, { from: 'alice', flow: 'in' });
    const inGroup = own(1, { conversationID: 'GROUPg' });
    const state = after(
      { type: 'MESSAGE_RECEIVED', data: [theirs, inGroup] },
      list('C2Calice', 3),
      list('GROUPg', 3),
    );
    expect(readOf(state)).toEqual([]);
    expect(selectTimeline(state, 'GROUPg').at(0)?.isPeerRead).toBe(false);
  });
});
