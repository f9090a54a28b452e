import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, seedC2C, seedGroup, texts } from './world.ts';

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

describe.each(['2.x', '3.x'] as const)('deleteConversation in %s', (flavour) => {
  it('takes the row away, with its messages and its unread count', async () => {
    const { clock, me, run, sdk, server } = await talking(flavour);
    await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    const [kept] = (await run(sdk.getMessageList({ conversationID: 'C2Calice' }))).data.messageList;
    expect((await run(sdk.deleteConversation('C2Calice'))).data).toEqual({ conversationID: 'C2Calice' });
    await clock.advance(1000);
    expect(await rowIDs(sdk)).toEqual(['GROUPg1']);
    expect(me.dataOf(LIST).at(-1)).toHaveLength(1);
    expect(server.truth.unreadCount('me', 'C2Calice')).toBe(0);
    expect(sdk.findMessage(kept?.ID ?? '')).toBeNull();
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data).toMatchObject({ messageList: [], isCompleted: true });
  });

  it('leaves the messages, if told, and the peer’s in any case', async () => {
    const { connect, run, sdk } = await talking(flavour);
    const conversationIDList = ['C2Calice', 'GROUPg1', 'C2Cnobody'];
    const { data } = await run(sdk.deleteConversation({ conversationIDList, clearHistoryMessage: false }));
    expect(data).toEqual({ conversationIDList: ['C2Calice', 'GROUPg1'] });
    const mine = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(texts(mine.data.messageList)).toEqual(['t1', 't2', 't3']);
    await run(sdk.deleteConversation('C2Calice')).catch(() => undefined);
    const alice = await connect('alice', { flavour });
    expect(await rowIDs(alice.sdk)).toContain('C2Cme');
  });

  it('brings the row back with the next message, from nothing', async () => {
    const { clock, run, sdk, server } = await talking(flavour);
    await run(sdk.pinConversation({ conversationID: 'C2Calice', isPinned: true }));
    await run(sdk.deleteConversation('C2Calice'));
    server.sendText({ from: 'alice', to: 'me', text: 'again' });
    await clock.advance(0);
    expect(await conversation(sdk, 'C2Calice')).toMatchObject({ unreadCount: 1, isPinned: false });
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(texts(data.messageList)).toEqual(['again']);
  });

  it('reaches the user’s other clients', async () => {
    const { clock, connect, run, sdk } = await talking(flavour, 2);
    const phone = await connect('me', { flavour });
    await run(sdk.deleteConversation('C2Calice'));
    await clock.advance(0);
    expect(await rowIDs(phone.sdk)).toEqual(['GROUPg1']);
    expect(phone.names()).toContain(LIST);
  });

  it('rejects with 2500 where none is there, and throws at bad arguments', async () => {
    const { codeOf, sdk } = await talking(flavour);
    expect(await codeOf(sdk.deleteConversation('C2Cnobody'))).toBe(2500);
    for (const bad of [
      'alice',
      {},
      { conversationIDList: [] },
      { conversationIDList: ['alice'] },
      { conversationIDList: ['C2Calice'], clearHistoryMessage: 1 },
    ]) {
      expect(() => sdk.deleteConversation(bad as never)).toThrow('Params validate failed.');
    }
  });
});

describe('deleteConversation with partial list events', () => {
  it('fires none', async () => {
    const world = createTestWorld();
    seedC2C(world, 3);
    const me = await world.connect('me', { partialUpdatedConversations: true });
    await world.run(me.sdk.deleteConversation('C2Calice'));
    await world.clock.advance(2000);
    expect(me.names()).not.toContain(LIST);
  });
});

describe.each(['2.x', '3.x'] as const)('clearHistoryMessage in %s', (flavour) => {
  it('leaves the row, read and empty, and the peer’s messages', async () => {
    const { connect, run, sdk, server } = await talking(flavour);
    const { data } = await run(sdk.clearHistoryMessage('C2Calice'));
    expect(data).toEqual({ conversationID: 'C2Calice' });
    expect(await conversation(sdk, 'C2Calice')).toMatchObject({
      unreadCount: 0,
      lastMessage: { lastTime: 0, payload: null },
    });
    expect(server.truth.unreadCount('me', 'C2Calice')).toBe(0);
    const mine = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(mine.data.messageList).toEqual([]);
    const alice = await connect('alice', { flavour });
    const theirs = await run(alice.sdk.getMessageList({ conversationID: 'C2Cme' }));
    expect(texts(theirs.data.messageList)).toEqual(['t1', 't2', 't3']);
  });

  it('rejects with 2500 for a conversation that is not there', async () => {
    const { codeOf, sdk } = await talking(flavour);
    expect(await codeOf(sdk.clearHistoryMessage('C2Cnobody'))).toBe(2500);
  });
});

describe.each(['2.x', '3.x'] as const)('the system conversation in %s', (flavour) => {
  const SYSTEM = '@TIM#SYSTEM';

  const noticed = async () => {
    const world = createTestWorld();
    world.server.addGroup('g2', { ownerID: 'me', memberIDs: ['alice'], type: 'Public' });
    const owner = await world.connect('me', { flavour });
    const bob = await world.connect('bob', { flavour });
    await world.run(bob.sdk.joinGroup({ groupID: 'g2', applyMessage: 'please' }));
    await world.clock.advance(2000);
    return { ...world, sdk: owner.sdk, owner };
  };

  it('is a row, whose unread notices are out of the total', async () => {
    const { sdk } = await noticed();
    const row = await conversation(sdk, SYSTEM);
    expect(row).toMatchObject({ type: SYSTEM, unreadCount: 1 });
    expect(row.userProfile).toBeUndefined();
    expect(row.groupProfile).toBeUndefined();
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
  });

  it('is read, pinned and asked for without the network', async () => {
    const { sdk, server } = await noticed();
    server.network('me').cut();
    await sdk.setMessageRead({ conversationID: SYSTEM });
    await sdk.pinConversation({ conversationID: SYSTEM, isPinned: true });
    const { data } = await sdk.getConversationProfile(SYSTEM);
    expect(data.conversation).toMatchObject({ unreadCount: 0, isPinned: true });
  });

  it('is deleted with its notices', async () => {
    const { run, sdk } = await noticed();
    expect((await run(sdk.deleteConversation(SYSTEM))).data).toEqual({ conversationID: SYSTEM });
    expect(await rowIDs(sdk)).not.toContain(SYSTEM);
    const { data } = await run(sdk.getMessageList({ conversationID: SYSTEM }));
    expect(data.messageList).toEqual([]);
  });

  it('can be in no group, and has no marks', async () => {
    const { run, sdk } = await noticed();
    const options = { conversationIDList: [SYSTEM], markType: 1, enableMark: true };
    expect((await run(sdk.markConversation(options))).data.failureConversationIDList).toEqual([
      { conversationID: SYSTEM, code: 2503, message: '' },
    ]);
  });
});
