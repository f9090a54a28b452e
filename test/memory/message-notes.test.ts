import type { MemoryMessage, MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, textTo } from './world.ts';

const FLAVOURS = ['2.x', '3.x'] as const;

/** A method that only 3.x has. */
function required<Method>(method: Method | undefined): Method {
  if (method === undefined) throw new Error('no such method');
  return method;
}

/** Me and Alice, and a message of mine to one of them or to the group, held by both. */
async function exchange(
  flavour: '2.x' | '3.x',
  to: 'alice' | 'g1',
  options: { readonly needReadReceipt?: boolean; readonly isSupportExtension?: boolean } = {},
) {
  const world = createTestWorld();
  const me = await world.connect('me', { flavour });
  const alice = await world.connect('alice', { flavour });
  const conversationType = to === 'g1' ? 'GROUP' : 'C2C';
  const message = me.sdk.createTextMessage({ to, conversationType, payload: { text: 'hi' }, ...options });
  await world.run(me.sdk.sendMessage(message));
  const [held] = alice.received();
  if (held === undefined) throw new Error('nothing was received');
  await world.clock.advance(2000);
  me.forget();
  alice.forget();
  return { ...world, me, alice, message, held };
}

describe.each(FLAVOURS)('read receipts in %s', (flavour) => {
  it('tell the sender of a C2C message that it is read', async () => {
    const { alice, clock, held, me, message, run } = await exchange(flavour, 'alice', {
      needReadReceipt: true,
    });
    expect([message, held].map(({ needReadReceipt }) => needReadReceipt)).toEqual([true, true]);
    expect(held.readReceiptInfo.isPeerRead).toBe(false);
    await run(alice.sdk.sendMessageReadReceipt([held]));
    const timestamp = Math.floor(clock.now() / 1000);
    const more = flavour === '3.x' ? { timestamp } : {};
    expect(me.dataOf('onMessageReadReceiptReceived')).toEqual([
      [{ userID: 'alice', messageID: message.ID, isPeerRead: true, ...more }],
    ]);
    expect(message.readReceiptInfo).toMatchObject({ isPeerRead: true, ...more });
    expect(message.isPeerRead).toBe(false);
  });

  it('count the readers of a group message', async () => {
    const { alice, codeOf, connect, held, me, message, run } = await exchange(flavour, 'g1', {
      needReadReceipt: true,
    });
    await run(alice.sdk.sendMessageReadReceipt([held]));
    const counts = { readCount: 1, unreadCount: 1 };
    expect(me.dataOf('onMessageReadReceiptReceived')).toEqual([
      [{ groupID: 'g1', messageID: message.ID, ...counts }],
    ]);
    expect(message.readReceiptInfo).toMatchObject(counts);
    const bob = await connect('bob', { flavour });
    const page = await run(bob.sdk.getMessageList({ conversationID: 'GROUPg1' }));
    expect(await codeOf(bob.sdk.sendMessageReadReceipt(page.data.messageList))).toBe(0);
    const { data } = await run(me.sdk.getMessageReadReceiptList([message]));
    expect(data.messageList).toEqual([message]);
    expect(message.readReceiptInfo).toMatchObject({ readCount: 2, unreadCount: 0 });
  });

  it('name the readers, page by page, and those who have not read', async () => {
    const { alice, held, me, message, run } = await exchange(flavour, 'g1', { needReadReceipt: true });
    await run(alice.sdk.sendMessageReadReceipt([held]));
    const members = async (options: object) =>
      (await run(me.sdk.getGroupMessageReadMemberList({ message, ...options }))).data;
    const end = { cursor: '', isCompleted: true, messageID: message.ID };
    expect(await members({})).toEqual({ ...end, readUserIDList: ['alice'], unreadUserIDList: [] });
    expect(await members({ filter: 1 })).toEqual({ ...end, readUserIDList: [], unreadUserIDList: ['bob'] });
    const sent = textTo(me.sdk, 'g1', 'another');
    await run(me.sdk.sendMessage(sent));
    const first = (await run(me.sdk.getGroupMessageReadMemberList({ message: sent, filter: 1, count: 1 })))
      .data;
    expect(first).toMatchObject({ cursor: '1', isCompleted: false, unreadUserIDList: ['alice'] });
    const second = await run(
      me.sdk.getGroupMessageReadMemberList({ message: sent, filter: 1, count: 1, cursor: first.cursor }),
    );
    expect(second.data).toMatchObject({ cursor: '', isCompleted: true, unreadUserIDList: ['bob'] });
  });

  it('are refused for messages that want none: 2114', async () => {
    const { alice, codeOf, held } = await exchange(flavour, 'alice');
    expect(await codeOf(alice.sdk.sendMessageReadReceipt([held]))).toBe(2114);
    expect(() => alice.sdk.sendMessageReadReceipt([])).toThrow(new Error('Params validate failed.'));
  });

  it('of a message are known to the next login', async () => {
    const { alice, connect, held, me, run } = await exchange(flavour, 'alice', { needReadReceipt: true });
    await run(alice.sdk.sendMessageReadReceipt([held]));
    await run(me.sdk.logout());
    const again = await connect('me', { flavour });
    const { data } = await run(again.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList[0]?.readReceiptInfo.isPeerRead).toBe(true);
  });
});

describe.each(FLAVOURS)('message extensions in %s', (flavour) => {
  it('are set, read and deleted, and told to the others only', async () => {
    const { alice, held, me, message, run } = await exchange(flavour, 'g1', { isSupportExtension: true });
    const extensions = [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ];
    const set = await run(me.sdk.setMessageExtensions(message, extensions));
    expect(set.data.extensions).toEqual(extensions.map((one) => ({ code: 0, ...one })));
    expect((await run(alice.sdk.getMessageExtensions(held))).data.extensions).toEqual(extensions);
    await run(alice.sdk.deleteMessageExtensions(held, ['a']));
    expect((await run(me.sdk.getMessageExtensions(message))).data.extensions).toEqual([
      { key: 'b', value: '2' },
    ]);
    await run(alice.sdk.deleteMessageExtensions(held));
    expect((await run(me.sdk.getMessageExtensions(message))).data.extensions).toEqual([]);
    const messageID = message.ID;
    expect(alice.dataOf('onMessageExtensionsUpdated')).toEqual([{ messageID, extensions }]);
    expect(alice.dataOf('onMessageExtensionsDeleted')).toEqual([]);
    expect(me.dataOf('onMessageExtensionsDeleted')).toEqual([
      { messageID, keyList: ['a'] },
      { messageID, keyList: ['b'] },
    ]);
    expect(me.dataOf('onMessageExtensionsUpdated')).toEqual([]);
  });

  it('are at most 20 at a time', async () => {
    const { me, message, run } = await exchange(flavour, 'alice', { isSupportExtension: true });
    const extensions = Array.from({ length: 25 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
    const { data } = await run(me.sdk.setMessageExtensions(message, extensions));
    expect(data.extensions).toHaveLength(20);
  });

  it('throw for messages that are not made for them', async () => {
    const { me, message } = await exchange(flavour, 'alice');
    expect(() => me.sdk.getMessageExtensions(message)).toThrow(new Error('Params validate failed.'));
  });
});

describe('message reactions', () => {
  it('are there in 3.x only', async () => {
    const has = async (flavour: '2.x' | '3.x'): Promise<readonly boolean[]> => {
      const { sdk } = await createTestWorld().connect('me', { flavour });
      return (['addMessageReaction', 'pinGroupMessage'] as const).map((method) => method in sdk);
    };
    expect([await has('2.x'), await has('3.x')]).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  const react = (sdk: MemorySdk, message: MemoryMessage, reactionID: string) =>
    required(sdk.addMessageReaction)(message, reactionID);

  it('are told to everybody, also to the one who reacts', async () => {
    const { alice, held, me, message, run, server } = await exchange('3.x', 'g1');
    await run(react(alice.sdk, held, 'like'));
    server.react('bob', message.ID, 'like');
    await run(required(alice.sdk.removeMessageReaction)(held, 'like'));
    const [Alice, Bob] = [
      { userID: 'alice', nick: 'Alice', avatar: '' },
      { userID: 'bob', nick: 'Bob', avatar: '' },
    ];
    const seen = (reactedByMyself: boolean, ...partialUserList: readonly object[]) => ({
      messageID: message.ID,
      reactionList: [
        { reactionID: 'like', totalUserCount: partialUserList.length, partialUserList, reactedByMyself },
      ],
    });
    expect(me.dataOf('onMessageReactionsUpdated')).toEqual([
      seen(false, Alice),
      seen(false, Alice, Bob),
      seen(false, Bob),
    ]);
    expect(alice.dataOf('onMessageReactionsUpdated')).toEqual([
      seen(true, Alice),
      seen(true, Alice, Bob),
      seen(false, Bob),
    ]);
  });

  it('are listed by message, with a bounded number of users, and by user', async () => {
    const { alice, held, me, message, run, server } = await exchange('3.x', 'g1');
    server.react('bob', message.ID, 'like');
    await run(react(alice.sdk, held, 'like'));
    await run(react(me.sdk, message, 'wow'));
    const { data } = await run(
      required(me.sdk.getMessageReactions)({ messageList: [message], maxUserCountPerReaction: 1 }),
    );
    expect(data.resultList).toMatchObject([
      {
        messageID: message.ID,
        reactionList: [
          {
            reactionID: 'like',
            totalUserCount: 2,
            partialUserList: [{ userID: 'bob' }],
            reactedByMyself: false,
          },
          { reactionID: 'wow', totalUserCount: 1, reactedByMyself: true },
        ],
      },
    ]);
    const all = required(me.sdk.getAllUserListOfMessageReaction);
    const first = (await run(all({ message, reactionID: 'like', count: 1 }))).data;
    expect(first).toMatchObject({ userList: [{ userID: 'bob' }], nextSeq: 1, isCompleted: false });
    const second = (await run(all({ message, reactionID: 'like', count: 1, nextSeq: first.nextSeq }))).data;
    expect(second).toMatchObject({ userList: [{ userID: 'alice' }], nextSeq: 0, isCompleted: true });
  });
});

describe('pinned group messages in 3.x', () => {
  it('are told to everybody and listed with who pinned them', async () => {
    const { alice, held, me, message, run } = await exchange('3.x', 'g1');
    await run(required(alice.sdk.pinGroupMessage)({ groupID: 'g1', message: held, isPinned: true }));
    const operatorInfo = { userID: 'alice', nick: 'Alice', avatar: '' };
    expect(me.dataOf('onPinnedGroupMessageUpdated')).toMatchObject([
      { groupID: 'g1', message: { ID: message.ID, pinnerInfo: operatorInfo }, isPinned: true, operatorInfo },
    ]);
    const list = required(me.sdk.getPinnedGroupMessageList);
    expect((await run(list('g1'))).data.messageList).toEqual([message]);
    expect(message.pinnerInfo).toEqual(operatorInfo);
    me.forget();
    await run(required(me.sdk.pinGroupMessage)({ groupID: 'g1', message, isPinned: false }));
    const { ID, sequence, random, time, clientTime } = message;
    expect(me.dataOf('onPinnedGroupMessageUpdated')).toMatchObject([
      { message: { ID, sequence, random, time, clientTime }, isPinned: false },
    ]);
    expect((await run(list('g1'))).data.messageList).toEqual([]);
  });
});
