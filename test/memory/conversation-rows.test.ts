import type { MemoryConversation, MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { conversation, createTestWorld, seedC2C, seedGroup } from './world.ts';

const LIST = 'onConversationListUpdated';

const rowIDs = async (
  sdk: MemorySdk,
  filter?: Parameters<MemorySdk['getConversationList']>[0],
): Promise<readonly string[]> =>
  (await sdk.getConversationList(filter)).data.conversationList.map(({ conversationID }) => conversationID);

const talking = async (flavour: '2.x' | '3.x', maxInstances = 1) => {
  const world = createTestWorld({ maxInstances });
  seedC2C(world, 3);
  seedGroup(world, 3);
  const me = await world.connect('me', { flavour });
  return { ...world, me, sdk: me.sdk };
};

describe.each(['2.x', '3.x'] as const)('getConversationList with a filter in %s', (flavour) => {
  it('answers the conversations of the IDs', async () => {
    const { sdk } = await talking(flavour);
    expect(await rowIDs(sdk, ['GROUPg1', 'C2Cnobody'])).toEqual(['GROUPg1']);
    expect(await rowIDs(sdk, [])).toEqual([]);
  });

  it('answers those of a type, with unread messages, marks, a group', async () => {
    const { run, sdk } = await talking(flavour);
    await run(sdk.setMessageRead({ conversationID: 'C2Calice' }));
    await run(sdk.markConversation({ conversationIDList: ['C2Calice'], markType: 1, enableMark: true }));
    await run(sdk.createConversationGroup({ conversationIDList: ['GROUPg1'], groupName: 'Work' }));
    expect(await rowIDs(sdk, { type: 'C2C' })).toEqual(['C2Calice']);
    expect(await rowIDs(sdk, { hasUnreadCount: true })).toEqual(['GROUPg1']);
    expect(await rowIDs(sdk, { hasUnreadCount: false })).toEqual(['C2Calice']);
    expect(await rowIDs(sdk, { markType: 1 })).toEqual(['C2Calice']);
    expect(await rowIDs(sdk, { markType: 0 })).toEqual(['GROUPg1']);
    expect(await rowIDs(sdk, { groupName: 'Work' })).toEqual(['GROUPg1']);
    expect(await rowIDs(sdk, { groupName: '' })).toEqual(['C2Calice']);
    expect(await rowIDs(sdk, { hasGroupAtInfo: true })).toEqual([]);
    expect(await rowIDs(sdk, { type: 'GROUP', hasUnreadCount: false })).toEqual([]);
  });
});

describe.each(['2.x', '3.x'] as const)('getConversationProfile in %s', (flavour) => {
  it('fetches the peer’s whole profile, once', async () => {
    const { run, sdk, server } = await talking(flavour);
    server.setProfile('alice', { selfSignature: 'hi' });
    expect((await conversation(sdk, 'C2Calice')).userProfile?.selfSignature).toBe('');
    const { data } = await run(sdk.getConversationProfile('C2Calice'));
    expect(data.conversation.userProfile?.selfSignature).toBe('hi');
    expect(await conversation(sdk, 'C2Calice')).toBe(data.conversation);
    server.network('me').cut();
    expect((await sdk.getConversationProfile('C2Calice')).data.conversation).toBe(data.conversation);
  });

  it('rejects with 2501 for an unknown peer', async () => {
    const { codeOf, sdk } = await talking(flavour);
    expect(await codeOf(sdk.getConversationProfile('C2Cnobody'))).toBe(2501);
    expect(await rowIDs(sdk)).toEqual(expect.not.arrayContaining(['C2Cnobody']));
  });
});

describe.each(['2.x', '3.x'] as const)('pinConversation in %s', (flavour) => {
  it('reaches the user’s other clients, and asks nothing where nothing changes', async () => {
    const { clock, connect, me, run, sdk } = await talking(flavour, 2);
    const phone = await connect('me', { flavour });
    me.forget();
    await run(sdk.pinConversation({ conversationID: 'GROUPg1', isPinned: false }));
    expect(me.names()).toEqual([]);
    await run(sdk.pinConversation({ conversationID: 'GROUPg1', isPinned: true }));
    await clock.advance(0);
    expect((await rowIDs(phone.sdk))[0]).toBe('GROUPg1');
    expect(phone.names()).toContain(LIST);
  });
});

describe('pinConversation of 3.x', () => {
  it('makes a row for a conversation that is not there', async () => {
    const { run, sdk } = await talking('3.x');
    await run(sdk.pinConversation({ conversationID: 'C2Cbob', isPinned: true }));
    expect(await conversation(sdk, 'C2Cbob')).toMatchObject({ isPinned: true });
  });
});

describe.each(['2.x', '3.x'] as const)('setAllMessageRead in %s', (flavour) => {
  it('reads everything, or what its scope says', async () => {
    const { me, run, sdk, server } = await talking(flavour);
    const unread = (): readonly number[] => [
      server.truth.unreadCount('me', 'C2Calice'),
      server.truth.unreadCount('me', 'GROUPg1'),
    ];
    expect(unread()).toEqual([2, 2]);
    expect((await run(sdk.setAllMessageRead({ scope: 'readAllC2CMessage' }))).data).toEqual({});
    expect(unread()).toEqual([0, 2]);
    await run(sdk.setAllMessageRead());
    expect(unread()).toEqual([0, 0]);
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
    expect(me.names()).toContain(LIST);
  });

  it('throws at a scope that does not exist, and at `undefined` in place of the options', async () => {
    const { sdk } = await talking(flavour);
    expect(() => sdk.setAllMessageRead({ scope: 'all' })).toThrow('Params validate failed.');
    expect(() => sdk.setAllMessageRead(undefined as never)).toThrow(Error);
  });
});

describe.each(['2.x', '3.x'] as const)('setMessageRemindType in %s', (flavour) => {
  it('mutes users: unread messages are out of the total', async () => {
    const { clock, me, run, sdk, server } = await talking(flavour);
    const { data } = await run(
      sdk.setMessageRemindType({
        userIDList: ['alice', 'bob', 'nobody'],
        messageRemindType: 'AcceptNotNotify',
      }),
    );
    expect(data).toEqual({
      successUserIDList: [{ userID: 'alice' }, { userID: 'bob' }],
      failureUserIDList: [{ userID: 'nobody', code: 20003 }],
    });
    await clock.advance(1000);
    expect(sdk.getTotalUnreadMessageCount()).toBe(2);
    expect(me.dataOf('onTotalUnreadMessageCountUpdated').at(-1)).toBe(2);
    server.sendText({ from: 'bob', to: 'me', text: 'hello' });
    await clock.advance(0);
    expect(await conversation(sdk, 'C2Cbob')).toMatchObject({
      unreadCount: 1,
      messageRemindType: 'AcceptNotNotify',
    });
    expect(sdk.getTotalUnreadMessageCount()).toBe(2);
  });

  it('mutes a group', async () => {
    const { codeOf, run, sdk } = await talking(flavour);
    const { data } = await run(
      sdk.setMessageRemindType({ groupID: 'g1', messageRemindType: 'AcceptNotNotify' }),
    );
    expect(data.group?.selfInfo.messageRemindType).toBe('AcceptNotNotify');
    expect((await conversation(sdk, 'GROUPg1')).messageRemindType).toBe('AcceptNotNotify');
    expect(sdk.getTotalUnreadMessageCount()).toBe(2);
    const other = { groupID: 'g9', messageRemindType: 'AcceptNotNotify' };
    expect(await codeOf(sdk.setMessageRemindType(other))).toBe(10007);
  });

  it('reaches the user’s other clients', async () => {
    const { clock, connect, run, sdk } = await talking(flavour, 2);
    const phone = await connect('me', { flavour });
    const options = { userIDList: ['alice'], messageRemindType: 'AcceptNotNotify' };
    await run(sdk.setMessageRemindType(options));
    await clock.advance(0);
    expect((await conversation(phone.sdk, 'C2Calice')).messageRemindType).toBe('AcceptNotNotify');
  });

  it('keeps messages away, if told', async () => {
    const { clock, me, run, sdk, server } = await talking(flavour);
    const options = { userIDList: ['alice'], messageRemindType: 'Discard' };
    await run(sdk.setMessageRemindType(options));
    server.sendText({ from: 'alice', to: 'me', text: 'unheard' });
    await clock.advance(0);
    expect(me.received()).toEqual([]);
  });
});

describe('what only 3.x has', () => {
  it('is absent in 2.x', async () => {
    const { sdk } = await talking('2.x');
    expect([
      sdk.setConversationDraft,
      sdk.setAllReceiveMessageOpt,
      sdk.getAllReceiveMessageOpt,
      sdk.followUser,
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is a draft, kept by the client alone', async () => {
    const { clock, codeOf, connect, me, run, sdk } = await talking('3.x', 2);
    const phone = await connect('me');
    const answer = sdk.setConversationDraft?.({ conversationID: 'C2Calice', draftText: 'well' });
    const row: MemoryConversation = await conversation(sdk, 'C2Calice');
    expect((await run(answer ?? Promise.reject())).data).toEqual({ code: 0, conversation: row });
    await clock.advance(1000);
    expect(row.draftText).toBe('well');
    expect(me.names()).toContain(LIST);
    expect((await conversation(phone.sdk, 'C2Calice')).draftText).toBe('');
    const unknown = sdk.setConversationDraft?.({ conversationID: 'C2Cnobody', draftText: 'x' });
    expect(await codeOf(unknown ?? Promise.resolve())).toBe(2500);
  });

  it('is the setting for all messages, which each client hears of', async () => {
    const { clock, run, sdk } = await talking('3.x');
    const heard = listen(sdk, 'onAllReceiveMessageOptUpdated');
    const none = await run(sdk.getAllReceiveMessageOpt?.() ?? Promise.reject());
    expect(none.data.messageRemindType).toBe('AcceptAndNotify');
    const midnight = Math.floor(clock.now() / 86_400_000) * 86_400;
    await run(sdk.setAllReceiveMessageOpt?.({ startHour: 22, duration: 3600 }) ?? Promise.reject());
    await clock.advance(0);
    const option = {
      messageRemindType: 'AcceptNotNotify',
      startTime: midnight + 22 * 3600,
      endTime: midnight + 23 * 3600,
      isRepeated: true,
    };
    expect(heard.map(({ data }) => data)).toEqual([option]);
    expect((await run(sdk.getAllReceiveMessageOpt?.() ?? Promise.reject())).data).toEqual(option);
  });
});

describe('eventThrottling: false', () => {
  it('lets each list event of 3.x come at once; 2.x ignores it', async () => {
    const countOf = async (flavour: '2.x' | '3.x'): Promise<number> => {
      const { clock, connect, server } = createTestWorld();
      const me = await connect('me', { flavour, eventThrottling: false });
      const heard = listen(me.sdk, 'onFriendListUpdated');
      for (const text of ['one', 'two', 'three']) server.sendText({ from: 'alice', to: 'me', text });
      server.befriend('me', 'alice');
      server.befriend('me', 'bob');
      await clock.advance(0);
      return me.dataOf(LIST).length + heard.length;
    };
    expect(await countOf('3.x')).toBe(7);
    expect(await countOf('2.x')).toBe(2);
  });
});
