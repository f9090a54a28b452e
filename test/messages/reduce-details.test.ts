import fc from 'fast-check';
import type { Message, MessageReaction, StoreEvent, TimState } from 'tim-reactive';
import {
  selectExtensions,
  selectHistory,
  selectMessage,
  selectPinnedMessages,
  selectReactions,
  selectReadReceipt,
  selectTimeline,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf, pageOf } from './arbitrary-messages.ts';

const options = { isPartial: false, clearOnKick: false };
const after = (events: readonly StoreEvent[], state: TimState = initialState()): TimState =>
  reduce(state, events, options);
const received = (...data: readonly Message[]): StoreEvent => ({ type: 'MESSAGE_RECEIVED', data });
const smile: MessageReaction = {
  reactionID: 'smile',
  totalUserCount: 1,
  partialUserList: [],
  reactedByMyself: false,
};

describe('reduceDetails', () => {
  it('ends with the same receipt, in whatever order and how often receipts come', () => {
    const receipt = fc.record({
      messageID: fc.constant('m'),
      isPeerRead: fc.boolean(),
      readCount: fc.nat(5),
      unreadCount: fc.option(fc.nat(5), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc
          .array(receipt, { minLength: 1 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([one, other]) => {
          const told = (receipts: typeof one): StoreEvent => ({ type: 'receiptsLoaded', receipts });
          const state = after([told(one)]);
          expect(selectReadReceipt(state, 'm')).toEqual(
            selectReadReceipt(after(other.map((item) => told([item]))), 'm'),
          );
          expect(after([told(other)], state)).toBe(state);
        },
      ),
    );
  });

  it('takes the receipts that copies of messages bring, of whichever event', () => {
    const receipts = [{ messageID: 'm', isPeerRead: false, readCount: 2, unreadCount: 1 }];
    const state = after([
      { type: 'historyFailed', conversationID: 'C2Ca', task: 'page', error: {} as never, receipts },
    ]);
    expect(selectReadReceipt(state, 'm')).toEqual({ isPeerRead: false, readCount: 2, unreadCount: 1 });
  });

  it('finds what is told of a message under another ID', () => {
    const message = messageOf({ time: 5, sequence: 1, random: 8 });
    const state = after([
      received(message),
      received(messageOf({ time: 5, sequence: 1, random: 8, ID: 'parsed-again' })),
      { type: 'reactionsLoaded', reactions: [{ messageID: 'parsed-again', reactionList: [smile] }] },
    ]);
    expect(selectReactions(state, message.ID)).toEqual([smile]);
    expect(selectReactions(state, 'parsed-again')).toBe(selectReactions(state, message.ID));
  });

  it('keeps the identity of what an event does not change', () => {
    const heart = { ...smile, reactionID: 'heart' };
    const reactions = [{ messageID: 'm', reactionList: [smile, heart] }];
    const extensions = [{ key: 'x', value: '1' }];
    const state = after([
      { type: 'reactionsLoaded', reactions },
      { type: 'extensionsLoaded', messageID: 'm', extensions, isWhole: true },
      { type: 'pinnedLoaded', groupID: 'g', messages: [messageOf()] },
    ]);
    expect(
      after(
        [
          { type: 'reactionsLoaded', reactions: [{ messageID: 'm', reactionList: [{ ...smile }, heart] }] },
          { type: 'MESSAGE_REACTIONS_UPDATED', data: { messageID: 'm', reactionList: [{ ...smile }] } },
          { type: 'MESSAGE_EXTENSIONS_UPDATED', data: { messageID: 'm', extensions } },
          { type: 'MESSAGE_EXTENSIONS_DELETED', data: { messageID: 'm', keyList: ['y'] } },
          { type: 'pinnedLoaded', groupID: 'g', messages: [messageOf()] },
        ],
        state,
      ),
    ).toBe(state);
    const louder = { ...smile, totalUserCount: 2 };
    const data = { messageID: 'm', reactionList: [louder] };
    const changed = after([{ type: 'MESSAGE_REACTIONS_UPDATED', data }], state);
    expect(selectReactions(changed, 'm')).toEqual([louder, heart]);
    expect(selectReactions(changed, 'm')[1]).toBe(heart);
  });

  it('makes room, oldest first, when it is told of too many messages that are not there', () => {
    const told = (ID: string): readonly StoreEvent[] => [
      { type: 'MESSAGE_REACTIONS_UPDATED', data: { messageID: ID, reactionList: [smile] } },
      {
        type: 'MESSAGE_READ_RECEIPT_RECEIVED',
        data: [{ messageID: ID, isPeerRead: true, readCount: 0, unreadCount: undefined }],
      },
      {
        type: 'MESSAGE_EXTENSIONS_UPDATED',
        data: { messageID: ID, extensions: [{ key: 'x', value: '1' }] },
      },
    ];
    const IDs = Array.from({ length: 505 }, (_, index) => `m${index}`);
    // What is there is none of them, whether it came first or later.
    const [first, later] = [messageOf({ ID: 'first', sequence: 1 }), messageOf({ ID: 'm0', sequence: 2 })];
    const { receipts, reactions, extensions, unseen } = after([
      received(first),
      ...told('first'),
      ...IDs.slice(0, 500).flatMap(told),
      received(later),
      ...IDs.slice(500).flatMap(told),
    ]).messages;
    for (const table of [receipts, reactions, extensions])
      expect([...table].map(([ID]) => ID)).toEqual(['first', 'm0', ...IDs.slice(5)]);
    expect(unseen).toEqual(IDs.slice(5));
  });

  it('makes room for the receipts that copies tell of, too, where the messages are not there', () => {
    const events = Array.from({ length: 505 }, (_, index): StoreEvent => {
      const receipt = { messageID: `m${index}`, isPeerRead: true, readCount: 0, unreadCount: undefined };
      return { type: 'MESSAGE_MODIFIED', data: [messageOf({ ID: `m${index}` })], receipts: [receipt] };
    });
    const { receipts, unseen } = after(events).messages;
    expect([receipts.size, unseen.length, unseen[0]]).toEqual([500, 500, 'm5']);
  });

  it('takes a key of extensions as it is, whatever it is called', () => {
    const extensions = [{ key: '__proto__', value: 'x' }];
    const state = after([{ type: 'extensionsLoaded', messageID: 'm', extensions, isWhole: false }]);
    expect(Object.entries(selectExtensions(state, 'm'))).toEqual([['__proto__', 'x']]);
  });

  it('pins by the sequence, the newest first', () => {
    const messages = [1, 3, 2].map((sequence) =>
      messageOf({ ID: `m${sequence}`, conversationID: 'GROUPg', sequence }),
    );
    const state = after(
      messages.map((message) => ({
        type: 'pinnedChanged',
        update: { groupID: 'g', messageID: message.ID, isPinned: true, message },
      })),
    );
    expect(selectPinnedMessages(state, 'g').map(({ ID }) => ID)).toEqual(['m3', 'm2', 'm1']);
  });

  it('changes pinned messages with the others, loaded or not', () => {
    const pinned = [1, 2].map((sequence) =>
      messageOf({ ID: `m${sequence}`, conversationID: 'GROUPg', sequence }),
    );
    const before = after([{ type: 'pinnedLoaded', groupID: 'g', messages: pinned }]);
    const [two, one] = selectPinnedMessages(before, 'g');
    const data = [
      messageOf({ ID: 'm1', conversationID: 'GROUPg', sequence: 1, version: 1, payload: { text: 'later' } }),
    ];
    const modified = after([{ type: 'MESSAGE_MODIFIED', data }], before);
    expect(selectPinnedMessages(modified, 'g')).toEqual([
      two,
      { ...one, version: 1, payload: { text: 'later' } },
    ]);
    const recall = {
      conversationID: 'GROUPg',
      ID: undefined,
      sequence: 2,
      time: 0,
      revoker: 'bob',
      revokeReason: '',
    } as const;
    const revoked = after([{ type: 'MESSAGE_REVOKED', data: [recall] }], before);
    expect(selectPinnedMessages(revoked, 'g')).toEqual([{ ...two, isRevoked: true, revoker: 'bob' }, one]);
    expect(selectTimeline(revoked, 'GROUPg').length).toBe(0);
  });

  it.each<StoreEvent>([
    { type: 'messagesDeleted', messages: [messageOf({ ID: 'm' })] },
    { type: 'historyCleared', conversationIDs: ['C2Calice'] },
  ])('drops with $type what is known of the messages', (event) => {
    const state = after([
      received(messageOf({ ID: 'm' })),
      { type: 'reactionsLoaded', reactions: [{ messageID: 'm', reactionList: [smile] }] },
      event,
    ]);
    expect(selectReactions(state, 'm')).toEqual([]);
    expect(selectMessage(state, 'm')).toBeUndefined();
  });

  it('takes an extension without a value for a deleted one, as the SDK does', () => {
    const state = after([
      { type: 'extensionsLoaded', messageID: 'm', extensions: [{ key: 'x', value: '1' }], isWhole: true },
      {
        type: 'MESSAGE_EXTENSIONS_UPDATED',
        data: {
          messageID: 'm',
          extensions: [
            { key: 'x', value: '' },
            { key: 'y', value: '2' },
          ],
        },
      },
    ]);
    expect(selectExtensions(state, 'm')).toEqual({ y: '2' });
  });
});

describe('messagesDeleted', () => {
  it('keeps out what was not loaded, when a page that was on its way still shows it', () => {
    const gone = messageOf({ ID: 'gone', time: 1 });
    const state = after([
      { type: 'messagesDeleted', messages: [gone] },
      pageOf('C2Calice', [gone, messageOf({ ID: 'left', time: 2 })]),
    ]);
    expect(selectTimeline(state, 'C2Calice').toArray()).toMatchObject([{ ID: 'left' }]);
  });
});

describe('historyCleared', () => {
  const sending = { from: 'me', flow: 'out', status: 'unSend', time: 9 } as const;
  const page = pageOf('C2Calice', [messageOf({ ID: 'old' })]);

  it('empties the timelines and the histories of these conversations, and no others', () => {
    const state = after([
      page,
      received(messageOf({ ID: 'other', conversationID: 'C2Cbob' })),
      { type: 'historyCleared', conversationIDs: ['C2Calice', 'C2Cnobody'] },
    ]);
    expect(selectTimeline(state, 'C2Calice').length).toBe(0);
    expect(selectHistory(state, 'C2Calice').isLoaded).toBe(false);
    expect(selectTimeline(state, 'C2Cbob').length).toBe(1);
  });

  it('keeps what is on its way, so that it ends, and drops what failed', () => {
    const state = after([
      page,
      received(
        messageOf({ ...sending, ID: 'q' }),
        messageOf({ ...sending, ID: 'f', status: 'fail', random: 1 }),
      ),
      { type: 'historyCleared', conversationIDs: ['C2Calice'] },
    ]);
    expect(selectTimeline(state, 'C2Calice').toArray()).toMatchObject([{ ID: 'q', status: 'sending' }]);
    const sent = { ...messageOf({ ...sending, ID: 'q' }), status: 'success', attempt: 1 } as const;
    expect(selectMessage(after([{ type: 'sendSucceeded', message: sent }], state), 'q')?.status).toBe(
      'success',
    );
  });

  it('does not stand in the way of a page that is asked for later', () => {
    const started: StoreEvent = { type: 'historyStarted', conversationID: 'C2Calice', task: 'page' };
    const later = pageOf('C2Calice', [messageOf({ ID: 'new' })], { generation: 1 });
    const state = after([page, { type: 'historyCleared', conversationIDs: ['C2Calice'] }, started, later]);
    expect(selectTimeline(state, 'C2Calice').length).toBe(1);
  });

  it('keeps out a page that was asked for before', () => {
    const started: StoreEvent = { type: 'historyStarted', conversationID: 'C2Calice', task: 'page' };
    const state = after([started, { type: 'historyCleared', conversationIDs: ['C2Calice'] }, page]);
    expect(selectTimeline(state, 'C2Calice').length).toBe(0);
    expect(selectHistory(state, 'C2Calice').isLoaded).toBe(false);
  });
});

describe('conversationsRead', () => {
  it.each([
    [undefined, [true, true]],
    ['C2C', [true, false]],
    ['GROUP', [false, true]],
  ] as const)(
    'marks the messages of all conversations as read, or of those of one type: %s',
    (conversationType, read) => {
      const state = after([
        received(messageOf({ ID: 'c' }), messageOf({ ID: 'g', conversationID: 'GROUPg' })),
        { type: 'conversationsRead', conversationType },
      ]);
      expect([selectMessage(state, 'c')?.isRead, selectMessage(state, 'g')?.isRead]).toEqual(read);
    },
  );
});

describe('messagesChanged', () => {
  it('reaches rows that are there, and puts no others into the timeline', () => {
    const state = after([
      received(messageOf({ ID: 'm', time: 5 })),
      {
        type: 'messagesChanged',
        messages: [
          messageOf({ ID: 'm', time: 5, version: 1, payload: { text: 'later' } }),
          messageOf({ ID: 'far', time: 1 }),
        ],
      },
    ]);
    expect(selectTimeline(state, 'C2Calice').toArray()).toMatchObject([
      { ID: 'm', payload: { text: 'later' } },
    ]);
  });
});
