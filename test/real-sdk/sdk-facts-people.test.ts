// What our code rests on between people: profiles, receipts, what is attached to messages, conversations, friends and
// the blocklist. lite-chat's main entry has neither friends nor a blocklist.

import type { Conversation, Friend, Message, Profile } from '@tencentcloud/chat';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, packages } from './boot.ts';
import { ok } from './cloud/wire.ts';
import { endOf, enter, eventNamed, namesOfEvents, payloadsOf, soon } from './observe.ts';

let boot: Boot;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await soon(boot.dispose(), 20_000);
  vi.useRealTimers();
  if (boot.cloud.unknown.size > 0) throw new Error(`unanswered: ${[...boot.cloud.unknown].join(' ')}`);
});

const pass = async (ms = 2000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const textTo = (to: string, options: object = {}): Message =>
  boot.sdk.createTextMessage({
    to,
    conversationType: to === 'team' ? boot.TIM.TYPES.CONV_GROUP : boot.TIM.TYPES.CONV_C2C,
    payload: { text: 'hello' },
    ...options,
  });

async function row(conversationID: string): Promise<Conversation | undefined> {
  const { data } = await soon(boot.sdk.getConversationList());
  return data.conversationList.find((one: Conversation) => one.conversationID === conversationID);
}

describe.each(packages)('profiles in %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.setUser('alice', { nick: 'Alice', tags: { Tag_Profile_IM_Gender: 'Gender_Type_Female' } });
    boot.cloud.befriend('me', 'bob');
    await enter(boot, 'me');
  });

  it('are answered as they are asked for, those of strangers to the service too', async () => {
    const { data } = await soon(boot.sdk.getUserProfile({ userIDList: ['alice', 'nobody'] }));
    expect(data).toMatchObject([
      { userID: 'alice', nick: 'Alice', gender: 'Gender_Type_Female' },
      { userID: 'nobody', nick: '' },
    ]);
  });

  it('of mine come whole when something has changed, and not at all otherwise', async () => {
    const told = payloadsOf<readonly Profile[]>(boot, boot.TIM.EVENT.PROFILE_UPDATED);
    const profileCustomField = [{ key: 'Tag_Profile_Custom_Test', value: 'x' }];
    await soon(boot.sdk.updateMyProfile({ nick: 'Me', profileCustomField }));
    await soon(boot.sdk.updateMyProfile({ nick: 'Me' }));
    expect(told).toMatchObject([[{ userID: 'me', nick: 'Me', allowType: 'AllowType_Type_AllowAny' }]]);
    expect(told[0]?.[0]?.profileCustomField).toEqual(profileCustomField);
    expect(boot.line.requests('profile.portrait_set')).toHaveLength(2);
  });

  it('of mine that another client changes come too', async () => {
    const told = payloadsOf<readonly Profile[]>(boot, boot.TIM.EVENT.PROFILE_UPDATED);
    boot.cloud.setUser('me', { nick: 'Myself' });
    await pass();
    expect(told.flat()).toMatchObject([{ userID: 'me', nick: 'Myself' }]);
  });

  it('of friends come when they change, of strangers never; lite has no friends', async () => {
    const told = payloadsOf<readonly Profile[]>(boot, boot.TIM.EVENT.PROFILE_UPDATED);
    boot.cloud.setUser('bob', { nick: 'Bobby' });
    boot.cloud.setUser('alice', { nick: 'Alicia' });
    await pass();
    expect(told.flat().map(({ userID, nick }) => [userID, nick])).toEqual(
      name === '@tencentcloud/lite-chat' ? [] : [['bob', 'Bobby']],
    );
  });

  it('have a status, which comes in parts, of those to whom I have subscribed', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.USER_STATUS_UPDATED);
    await soon(boot.sdk.subscribeUserStatus({ userIDList: ['alice'] }));
    boot.cloud.setStatus('alice', 'späte Pause');
    await pass();
    expect(told).toEqual([[{ userID: 'alice', statusType: 2, customStatus: 'späte Pause' }]]);
    const { data } = await soon(boot.sdk.getUserStatus({ userIDList: ['alice', 'bob'] }));
    expect(data).toMatchObject({
      successUserList: [{ userID: 'alice' }, { userID: 'bob' }],
      failureUserList: [],
    });
  });
});

describe.each(packages)('messages in %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.addGroup('team', ['me', 'alice', 'bob']);
    await enter(boot, 'me');
  });

  it('whose reading was asked for are told as read one by one, and isPeerRead stays', async () => {
    const told = payloadsOf<readonly object[]>(boot, boot.TIM.EVENT.MESSAGE_READ_RECEIPT_RECEIVED);
    const message = textTo('alice', { needReadReceipt: true });
    await soon(boot.sdk.sendMessage(message));
    const [stored] = boot.cloud.messages('me', 'alice');
    if (!stored) throw new Error('nothing arrived');
    boot.cloud.receipt('alice', stored);
    boot.cloud.receipt('alice', stored);
    await pass();
    expect(told[0]).toMatchObject([{ userID: 'alice', messageID: message.ID, isPeerRead: true }]);
    expect(told).toHaveLength(name === 'tim-js-sdk' ? 2 : 1); // 2.x tells what it knows
    expect(message).toMatchObject({ readReceiptInfo: { isPeerRead: true }, isPeerRead: false });
  });

  it('in groups are told with the numbers of those who have read them, and of those who have not', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.MESSAGE_READ_RECEIPT_RECEIVED);
    const message = textTo('team', { needReadReceipt: true });
    await soon(boot.sdk.sendMessage(message));
    const [stored] = boot.cloud.group('team').messages;
    if (!stored) throw new Error('nothing arrived');
    boot.cloud.receipt('alice', stored);
    await pass();
    expect(told).toEqual([[{ groupID: 'team', messageID: message.ID, readCount: 1, unreadCount: 1 }]]);
    expect(message.readReceiptInfo).toMatchObject({ readCount: 1, unreadCount: 1 });
    const readers = boot.sdk.getGroupMessageReadMemberList({ message, filter: 0, cursor: '', count: 10 });
    expect((await soon(readers)).data).toEqual({
      cursor: '',
      isCompleted: true,
      messageID: message.ID,
      readUserIDList: ['alice'],
      unreadUserIDList: [],
    });
  });

  it('of others ask for a receipt that goes to their sender', async () => {
    const other = await bootSdk('@tencentcloud/chat', { cloud: boot.cloud });
    await enter(other, 'alice');
    const received = payloadsOf<readonly Message[]>(boot, boot.TIM.EVENT.MESSAGE_RECEIVED);
    const told = payloadsOf(other, other.TIM.EVENT.MESSAGE_READ_RECEIPT_RECEIVED);
    const message = other.sdk.createTextMessage({
      to: 'me',
      conversationType: other.TIM.TYPES.CONV_C2C,
      payload: { text: 'read me' },
      needReadReceipt: true,
    });
    await soon(other.sdk.sendMessage(message));
    const messages = received.flat();
    expect(messages).toMatchObject([{ ID: message.ID, needReadReceipt: true }]);
    await soon(boot.sdk.sendMessageReadReceipt(messages));
    expect(told).toMatchObject([[{ userID: 'me', messageID: message.ID }]]);
    await soon(other.dispose());
  });

  it('that I delete go from the service, without an event of their own', async () => {
    boot.cloud.say('alice', 'me', 'first', 1_700_000_000);
    boot.cloud.say('alice', 'me', 'second', 1_700_000_001);
    await pass();
    const names = namesOfEvents(boot);
    const { data } = await soon(boot.sdk.getMessageList({ conversationID: 'C2Calice' }));
    await soon(boot.sdk.deleteMessage([data.messageList[1]]), 2000);
    expect(new Set(names)).not.toContain('MESSAGE_REVOKED');
    expect(new Set(names)).not.toContain('MESSAGE_MODIFIED');
    expect((await row('C2Calice'))?.lastMessage?.payload).toEqual({ text: 'first' });
    const again = await bootSdk(name, { cloud: boot.cloud });
    await enter(again, 'me');
    const history = await soon(again.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(history.data.messageList.map(({ payload }: Message) => payload.text)).toEqual(['first']);
    await soon(again.dispose());
  });

  it('carry extensions, of which the events tell what has changed', async () => {
    const updated = payloadsOf(boot, eventNamed(boot, 'MESSAGE_EXTENSIONS_UPDATED'));
    const deleted = payloadsOf(boot, eventNamed(boot, 'MESSAGE_EXTENSIONS_DELETED'));
    const message = textTo('team', { isSupportExtension: true });
    await soon(boot.sdk.sendMessage(message));
    const [stored] = boot.cloud.group('team').messages;
    if (!stored) throw new Error('nothing arrived');
    boot.cloud.setExtensions(stored, { a: '1', b: '2' });
    const set = await soon(boot.sdk.setMessageExtensions(message, [{ key: 'b', value: '3' }]));
    expect(set.data.extensions).toEqual([{ code: 0, key: 'b', value: '3' }]);
    await soon(boot.sdk.deleteMessageExtensions(message, ['a']));
    const left = await soon(boot.sdk.getMessageExtensions(message));
    expect(left.data.extensions).toEqual([{ key: 'b', value: '3' }]);
    expect(updated).toEqual([
      {
        messageID: message.ID,
        extensions: [
          { key: 'a', value: '1' },
          { key: 'b', value: '2' },
        ],
      },
      { messageID: message.ID, extensions: [{ key: 'b', value: '3' }] },
    ]);
    expect(deleted).toEqual([{ messageID: message.ID, keyList: ['a'] }]);
  });
});

describe.each(['@tencentcloud/chat', '@tencentcloud/lite-chat'] as const)('reactions in %s', (name) => {
  it('come as the one that has changed, with nobody when it is gone', async () => {
    boot = await bootSdk(name);
    boot.cloud.setUser('alice', { nick: 'Alice' });
    await enter(boot, 'me');
    const told = payloadsOf(boot, eventNamed(boot, 'MESSAGE_REACTIONS_UPDATED'));
    const message = textTo('alice');
    await soon(boot.sdk.sendMessage(message));
    const [stored] = boot.cloud.messages('me', 'alice');
    if (!stored) throw new Error('nothing arrived');
    await soon(boot.sdk.addMessageReaction(message, 'smile'));
    boot.cloud.react('alice', stored, 'heart');
    await pass();
    boot.cloud.react('alice', stored, 'heart', false);
    await pass();
    const messageID = message.ID;
    const users = [{ userID: 'alice', nick: 'Alice', avatar: '' }];
    expect(told).toMatchObject([
      { messageID, reactionList: [{ reactionID: 'smile', totalUserCount: 1, reactedByMyself: true }] },
      { messageID, reactionList: [{ reactionID: 'heart', partialUserList: users, reactedByMyself: false }] },
      { messageID, reactionList: [{ reactionID: 'heart', totalUserCount: 0, partialUserList: [] }] },
    ]);
  });
});

describe.each(packages)('conversations in %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.say('alice', 'me', 'hello');
    boot.cloud.say('bob', 'me', 'hello', Math.floor(Date.now() / 1000) + 1);
    await enter(boot, 'me');
  });

  const order = async (): Promise<readonly string[]> =>
    (await soon(boot.sdk.getConversationList())).data.conversationList.map(
      (one: Conversation) => one.conversationID,
    );

  it('are pinned here and by another client', async () => {
    const { data } = await soon(boot.sdk.pinConversation({ conversationID: 'C2Calice', isPinned: true }));
    expect(data).toEqual({ conversationID: 'C2Calice' });
    expect(await order()).toEqual(['C2Calice', 'C2Cbob']);
    boot.cloud.pinConversation('me', 'C2Calice', false);
    await pass();
    expect(await order()).toEqual(['C2Cbob', 'C2Calice']);
  });

  it('are deleted here and by another client; lite answers nothing to the former', async () => {
    const answer = await soon(boot.sdk.deleteConversation('C2Calice'));
    expect(answer?.data).toEqual(
      name === '@tencentcloud/lite-chat' ? undefined : { conversationID: 'C2Calice' },
    );
    boot.cloud.deleteConversation('me', 'C2Cbob');
    await pass();
    expect(await order()).toEqual([]);
  });

  it('that are deleted and come again forget, but on 3.x, that they are muted, and count again', async () => {
    const messageRemindType = boot.TIM.TYPES.MSG_REMIND_ACPT_NOT_NOTE;
    await soon(boot.sdk.setMessageRemindType({ userIDList: ['alice'], messageRemindType }));
    await soon(boot.sdk.deleteConversation('C2Calice'));
    const before = boot.sdk.getTotalUnreadMessageCount();
    boot.cloud.say('alice', 'me', 'again');
    await pass();
    const counted = boot.sdk.getTotalUnreadMessageCount() - before;
    expect(counted).toBe(name === '@tencentcloud/chat' ? 0 : 1);
  });
});

describe.each(['tim-js-sdk', '@tencentcloud/chat'] as const)('friends in %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.setUser('shy', {
      nick: 'Shy',
      tags: { Tag_Profile_IM_AllowType: 'AllowType_Type_NeedConfirm' },
    });
    boot.cloud.setUser('rude', { tags: { Tag_Profile_IM_AllowType: 'AllowType_Type_DenyAny' } });
    boot.cloud.setUser('old', { nick: 'Old' });
    boot.cloud.befriend('me', 'old');
    await enter(boot, 'me');
  });

  const add = (to: string) =>
    boot.sdk.addFriend({
      to,
      source: 'AddSource_Type_Web',
      wording: 'please',
      remark: `my ${to}`,
      type: boot.TIM.TYPES.SNS_ADD_TYPE_BOTH,
    });

  /** Whom each list of friends names, in the moment it comes. */
  const lists = (): string[][] => {
    const seen: string[][] = [];
    boot.sdk.on(boot.TIM.EVENT.FRIEND_LIST_UPDATED, ({ data }: { readonly data: readonly Friend[] }) => {
      seen.push(data.map(({ userID }) => userID));
    });
    return seen;
  };

  interface Applications {
    readonly friendApplicationList: readonly { readonly userID: string }[];
    readonly unreadCount: number;
  }

  const applications = () => payloadsOf<Applications>(boot, boot.TIM.EVENT.FRIEND_APPLICATION_LIST_UPDATED);

  it('are listed whole, with profiles', async () => {
    const { data } = await soon(boot.sdk.getFriendList());
    expect(data).toMatchObject([{ userID: 'old', remark: '', groupList: [], profile: { nick: 'Old' } }]);
  });

  it('are added at once, after a consent, or not at all', async () => {
    const seen = lists();
    expect((await soon(add('alice'), 2000)).data).toEqual({ userID: 'alice', code: 0 });
    expect((await soon(add('shy'), 2000)).data).toMatchObject({ userID: 'shy', code: 30539 });
    expect(await endOf(add('rude'))).toBe(30516);
    expect(await endOf(add('alice'))).toBe(name === 'tim-js-sdk' ? 2701 : 30520);
    expect(seen).toEqual([['old', 'alice']]);
    const { data } = await soon(boot.sdk.getFriendProfile({ userIDList: ['alice', 'rude'] }));
    expect(data).toMatchObject({
      friendList: [{ userID: 'alice', remark: 'my alice' }],
      failureUserIDList: [{ userID: 'rude', code: 2700 }],
    });
  });

  it('that I ask for stand in the list of applications until they answer, and count as nothing unread', async () => {
    const told = applications();
    await soon(add('shy'));
    expect(told).toMatchObject([
      {
        friendApplicationList: [
          { userID: 'shy', nick: 'Shy', type: 'Pendency_Type_SendOut', wording: 'please' },
        ],
        unreadCount: 0,
      },
    ]);
    const seen = lists();
    boot.cloud.answerFriend('shy', 'me', true);
    await pass();
    expect(told.at(-1)).toEqual({ friendApplicationList: [], unreadCount: 0 });
    expect(seen.at(-1)).toEqual(['old', 'shy']);
  });

  it('that ask me are unread until I say so, which comes by no event', async () => {
    const told = applications();
    boot.cloud.requestFriend('alice', 'me', { wording: 'please' });
    await pass();
    expect(told).toMatchObject([
      { friendApplicationList: [{ userID: 'alice', type: 'Pendency_Type_ComeIn' }], unreadCount: 1 },
    ]);
    expect(await soon(boot.sdk.setFriendApplicationRead())).toBeUndefined();
    expect(told).toHaveLength(1);
    expect((await soon(boot.sdk.getFriendApplicationList())).data.unreadCount).toBe(0);
  });

  it('are accepted, refused and forgotten; the first two answer undefined', async () => {
    const told = applications();
    for (const from of ['alice', 'bob', 'carol']) boot.cloud.requestFriend(from, 'me');
    await pass();
    const { sdk, TIM } = boot;
    const type = TIM.TYPES.SNS_APPLICATION_AGREE_AND_ADD;
    expect(await soon(sdk.acceptFriendApplication({ userID: 'alice', remark: 'A', type }))).toBeUndefined();
    expect(await soon(sdk.refuseFriendApplication({ userID: 'bob' }))).toBeUndefined();
    const gone = { userID: 'carol', type: TIM.TYPES.SNS_APPLICATION_SENT_TO_ME };
    expect((await soon(sdk.deleteFriendApplication(gone))).data).toEqual({});
    await pass();
    expect(told.at(-1)?.friendApplicationList).toEqual([]);
    expect((await soon(sdk.getFriendList())).data).toMatchObject([
      { userID: 'old' },
      { userID: 'alice', remark: 'A' },
    ]);
    expect(await endOf(sdk.refuseFriendApplication({ userID: 'nobody' }))).toBe(30614);
  });

  it('are deleted with successes and failures, and leave by themselves', async () => {
    boot.cloud.befriend('me', 'alice');
    await pass();
    const seen = lists();
    const type = boot.TIM.TYPES.SNS_DELETE_TYPE_BOTH;
    const { data } = await soon(boot.sdk.deleteFriend({ userIDList: ['alice', 'bob'], type }), 2000);
    expect(data).toMatchObject({
      successUserIDList: [{ userID: 'alice' }],
      failureUserIDList: [{ userID: 'bob', code: 2700 }],
    });
    boot.cloud.unfriend('old', 'me');
    await pass();
    expect(seen).toEqual([['old'], []]);
  });

  it('are checked', async () => {
    const type = boot.TIM.TYPES.SNS_CHECK_TYPE_BOTH;
    const { data } = await soon(boot.sdk.checkFriend({ userIDList: ['old', 'alice'], type }));
    expect(data).toEqual({
      successUserIDList: [
        { userID: 'old', code: 0, relation: 'CheckResult_Type_BothWay' },
        { userID: 'alice', code: 0, relation: 'CheckResult_Type_NoRelation' },
      ],
      failureUserIDList: [],
    });
  });

  it('are changed, and listed again', async () => {
    const seen = lists();
    const friendCustomField = [{ key: 'Tag_SNS_Custom_Test', value: 'x' }];
    const update = boot.sdk.updateFriend({ userID: 'old', remark: 'Oldie', friendCustomField });
    expect((await soon(update)).data).toMatchObject({ userID: 'old', remark: 'Oldie', friendCustomField });
    await pass();
    expect(seen).toEqual([['old']]);
  });

  it('are grouped; 3.x lists the groups after each change, 2.x not when members come and go', async () => {
    const told = payloadsOf<readonly unknown[]>(boot, boot.TIM.EVENT.FRIEND_GROUP_LIST_UPDATED);
    const { sdk } = boot;
    const created = await soon(sdk.createFriendGroup({ name: 'one', userIDList: ['old', 'stranger'] }));
    expect(created.data).toMatchObject({
      friendGroup: { name: 'one', userIDList: ['old'], count: 1 },
      failureUserIDList: [{ userID: 'stranger' }],
    });
    await soon(sdk.removeFromFriendGroup({ name: 'one', userIDList: ['old'] }));
    await soon(sdk.addToFriendGroup({ name: 'one', userIDList: ['old', 'stranger'] }));
    expect(told).toHaveLength(name === 'tim-js-sdk' ? 1 : 3);
    await soon(sdk.renameFriendGroup({ oldName: 'one', newName: 'two' }));
    const groups = [{ name: 'two', userIDList: ['old'], count: 1 }];
    expect((await soon(sdk.getFriendGroupList())).data).toEqual(groups);
    await soon(sdk.deleteFriendGroup({ name: 'two' }));
    expect(told.at(-1)).toEqual([]);
  });
});

describe.each(['tim-js-sdk', '@tencentcloud/chat'] as const)('the blocklist of %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.block('me', 'alice');
    await enter(boot, 'me');
  });

  it('comes whole when the service says that it has changed', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.BLACKLIST_UPDATED);
    boot.cloud.block('me', 'bob');
    boot.cloud.unblock('me', 'alice');
    await pass();
    expect(told).toEqual([['alice', 'bob'], ['bob']]);
    expect((await soon(boot.sdk.getBlacklist())).data).toEqual(['bob']);
  });

  it('is answered without the new one until the service has said so', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.BLACKLIST_UPDATED);
    boot.line.answer('sns.black_list_add', () => ok({ ResultItem: [{ To_Account: 'bob', ResultCode: 0 }] }));
    const { data } = await soon(boot.sdk.addToBlacklist({ userIDList: ['bob'] }));
    expect([data, told]).toEqual([['alice'], []]);
  });

  it('is told once when the service says so before it answers', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.BLACKLIST_UPDATED);
    const { data } = await soon(boot.sdk.addToBlacklist({ userIDList: ['bob'] }));
    expect([data, told]).toEqual([['alice', 'bob'], [['alice', 'bob']]]);
    const removed = await soon(boot.sdk.removeFromBlacklist({ userIDList: ['bob'] }));
    expect([removed.data, told.at(-1)]).toEqual([['alice'], ['alice']]);
  });

  it('does not take me', async () => {
    expect(await endOf(boot.sdk.addToBlacklist({ userIDList: ['me'] }))).toBe(2742);
  });
});
