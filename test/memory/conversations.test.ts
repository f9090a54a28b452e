import type { MemoryConversation } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, type TestClient } from './world.ts';

const IDs = (conversations: readonly MemoryConversation[]): readonly string[] =>
  conversations.map(({ conversationID }) => conversationID);

const lists = ({ dataOf }: TestClient): readonly (readonly MemoryConversation[])[] =>
  dataOf('onConversationListUpdated') as readonly MemoryConversation[][];

describe.each(['2.x', '3.x'] as const)('the conversation list in %s', (flavour) => {
  it('has pinned ones first, then the newest, then those in which nothing was said', async () => {
    const { clock, connect, run, server } = createTestWorld();
    server.addGroup('g2', { ownerID: 'me', memberIDs: ['alice'] });
    const now = Math.floor(clock.now() / 1000);
    server.sendText({ from: 'alice', to: 'me', text: 'older', time: now - 100 });
    server.sendText({ from: 'bob', to: 'me', text: 'newer', time: now - 50 });
    server.sendText({ from: 'bob', to: 'g1', text: 'oldest', time: now - 200 });
    const { sdk } = await connect('me', { flavour });
    const order = async (): Promise<readonly string[]> =>
      IDs((await sdk.getConversationList()).data.conversationList);
    expect(await order()).toEqual(['C2Cbob', 'C2Calice', 'GROUPg1', 'GROUPg2']);
    await run(sdk.pinConversation({ conversationID: 'GROUPg1', isPinned: true }));
    expect(await order()).toEqual(['GROUPg1', 'C2Cbob', 'C2Calice', 'GROUPg2']);
  });

  it('comes full, in a fresh array of the same live objects', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const me = await connect('me', { flavour });
    for (const text of ['one', 'two']) {
      server.sendText({ from: 'alice', to: 'me', text });
      await clock.advance(2000);
    }
    const [first, second] = lists(me);
    expect(first).toHaveLength(2);
    expect(first).not.toBe(second);
    expect(first?.[0]).toBe(second?.[0]);
    expect(first?.[0]?.lastMessage.messageForShow).toBe('two');
    expect(await conversation(me.sdk, 'C2Calice')).toBe(first?.[0]);
    const { data } = await run(me.sdk.getConversationProfile('C2Calice'));
    expect(data.conversation).toBe(first?.[0]);
  });

  it('has `isSyncCompleted` beside its data in 3.x only', async () => {
    const { clock, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const keys: (readonly string[])[] = [];
    sdk.on('onConversationListUpdated', (event) => keys.push(Object.keys(event)));
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    expect(keys).toEqual([flavour === '2.x' ? ['name', 'data'] : ['name', 'isSyncCompleted', 'data']]);
  });

  it('lets a consumer’s write leak into the SDK', async () => {
    const { clock, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    (await conversation(sdk, 'C2Calice')).unreadCount = 77;
    expect(sdk.getTotalUnreadMessageCount()).toBe(77);
  });
});

describe.each(['2.x', '3.x'] as const)('the throttle of the list events in %s', (flavour) => {
  it('lets the first through; a steady flow puts the next off until a second after its own last', async () => {
    const { clock, connect, server } = createTestWorld();
    const me = await connect('me', { flavour });
    const start = clock.now();
    const at: number[] = [];
    me.sdk.on('onConversationListUpdated', () => at.push(clock.now() - start));
    for (let i = 0; i < 6; i += 1) {
      server.sendText({ from: 'alice', to: 'me', text: `${i}` });
      await clock.advance(i === 4 ? 201 : 200);
    }
    await clock.advance(3000);
    expect(at).toEqual([0, 1001, 1800]);
  });

  it('reads the data when it fires: the event has the newest, and no message is missed', async () => {
    const { clock, connect, server } = createTestWorld();
    const me = await connect('me', { flavour });
    for (const text of ['one', 'two', 'three']) {
      server.sendText({ from: 'alice', to: 'me', text });
      await clock.advance(100);
    }
    await clock.advance(1000);
    expect(lists(me)).toHaveLength(2);
    expect(me.received()).toHaveLength(3);
    expect(me.dataOf('onTotalUnreadMessageCountUpdated')).toEqual([1, 3]);
  });

  it('so MESSAGE_RECEIVED may come a second before its conversation', async () => {
    const { clock, connect, server } = createTestWorld();
    const me = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    await clock.advance(500);
    me.forget();
    server.sendText({ from: 'bob', to: 'me', text: 'two' });
    await clock.advance(999);
    expect(me.names()).toEqual(['onMessageReceived']);
    await clock.advance(1);
    expect(me.names()).toContain('onConversationListUpdated');
  });
});

describe('partialUpdatedConversations', () => {
  it('sends the changed rows alone, each time at once', async () => {
    const { clock, connect, server } = createTestWorld();
    const me = await connect('me', { partialUpdatedConversations: true });
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    await clock.advance(0);
    server.sendText({ from: 'bob', to: 'me', text: 'two' });
    await clock.advance(0);
    // Each once more, when the name of its peer is known.
    expect(lists(me).map(IDs)).toEqual([['C2Calice'], ['C2Calice'], ['C2Cbob'], ['C2Cbob']]);
    expect(me.dataOf('onTotalUnreadMessageCountUpdated')).toEqual([1, 2]);
    await clock.advance(5000);
    expect(lists(me)).toHaveLength(4);
  });

  it('sends everything at the login, and once more what it has learned since', async () => {
    const { client, clock, run, server } = createTestWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    const me = client({ partialUpdatedConversations: true });
    await run(me.sdk.login({ userID: 'me', userSig: 'any' }));
    await clock.advance(5000);
    expect(
      lists(me)
        .map(IDs)
        .map((ids) => ids.toSorted()),
    ).toEqual([
      ['C2Calice', 'GROUPg1'],
      ['C2Calice', 'GROUPg1'],
    ]);
  });
});

describe.each(['2.x', '3.x'] as const)('setMessageRead in %s', (flavour) => {
  it('marks messages and row in place, before it resolves', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const me = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(5000);
    const [message] = me.received();
    me.forget();
    expect((await run(me.sdk.setMessageRead({ conversationID: 'C2Calice' }))).data).toEqual({});
    expect(message?.isRead).toBe(true);
    expect((await conversation(me.sdk, 'C2Calice')).unreadCount).toBe(0);
    expect(me.names()).toEqual(['onConversationListUpdated', 'onTotalUnreadMessageCountUpdated']);
    expect(server.truth.unreadCount('me', 'C2Calice')).toBe(0);
  });

  it('reads a group up to its last sequence', async () => {
    const { connect, run, server } = createTestWorld();
    server.sendText({ from: 'alice', to: 'g1', text: 'a' });
    server.sendText({ from: 'bob', to: 'g1', text: 'b' });
    const { sdk } = await connect('me', { flavour });
    expect(sdk.getTotalUnreadMessageCount()).toBe(2);
    await run(sdk.setMessageRead({ conversationID: 'GROUPg1' }));
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
    expect(server.truth.unreadCount('me', 'GROUPg1')).toBe(0);
  });

  it('counts what comes after it', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'a' });
    await clock.advance(2000);
    await run(sdk.setMessageRead({ conversationID: 'C2Calice' }));
    server.sendText({ from: 'alice', to: 'me', text: 'b' });
    await clock.advance(0);
    expect(sdk.getTotalUnreadMessageCount()).toBe(1);
  });

  it('resolves without events where nothing is unread, and for an unknown conversation', async () => {
    const { clock, codeOf, connect } = createTestWorld();
    const { sdk, names } = await connect('me', { flavour });
    expect(await codeOf(sdk.setMessageRead({ conversationID: 'GROUPg1' }))).toBe(0);
    expect(await codeOf(sdk.setMessageRead({ conversationID: 'C2Cnobody' }))).toBe(0);
    await clock.advance(2000);
    expect(names()).toEqual([]);
  });

  it('reaches the user’s other clients', async () => {
    const { clock, connect, run, server } = createTestWorld({ maxInstances: 2 });
    const desk = await connect('me', { flavour });
    const phone = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    await run(desk.sdk.setMessageRead({ conversationID: 'C2Calice' }));
    expect(phone.sdk.getTotalUnreadMessageCount()).toBe(0);
    expect(phone.received()[0]?.isRead).toBe(true);
  });

  it('throws at bad arguments', async () => {
    const { connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    expect(() => sdk.setMessageRead({} as never)).toThrow('Params validate failed.');
    expect(() => sdk.setMessageRead({ conversationID: 'alice' })).toThrow('Params validate failed.');
  });
});

describe.each(['2.x', '3.x'] as const)('muted conversations in %s', (flavour) => {
  it('count their unread messages, which the total leaves out', async () => {
    const { clock, connect, server } = createTestWorld();
    server.setRemindType('me', 'GROUPg1', 'AcceptNotNotify');
    const { sdk } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'g1', text: 'muted' });
    server.sendText({ from: 'alice', to: 'me', text: 'loud' });
    await clock.advance(0);
    expect(await conversation(sdk, 'GROUPg1')).toMatchObject({
      unreadCount: 1,
      messageRemindType: 'AcceptNotNotify',
    });
    expect(sdk.getTotalUnreadMessageCount()).toBe(1);
  });

  it('announce a change of the setting with list and total', async () => {
    const { clock, connect, server } = createTestWorld();
    const { dataOf } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(5000);
    server.setRemindType('me', 'C2Calice', 'AcceptNotNotify');
    await clock.advance(5000);
    server.setRemindType('me', 'C2Calice', 'AcceptAndNotify');
    await clock.advance(0);
    expect(dataOf('onTotalUnreadMessageCountUpdated')).toEqual([1, 0, 1]);
    // In 3.x a new row is told once more, when it is known how it notifies.
    expect(dataOf('onConversationListUpdated')).toHaveLength(flavour === '2.x' ? 3 : 4);
  });
});

describe.each(['2.x', '3.x'] as const)('getConversationProfile in %s', (flavour) => {
  it('adds a C2C conversation that is not there yet, without a last message', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const { data } = await run(sdk.getConversationProfile('C2Cbob'));
    expect(data.conversation).toMatchObject({
      conversationID: 'C2Cbob',
      userProfile: { nick: 'Bob' },
      lastMessage: { lastTime: 0, payload: null },
    });
    expect(await conversation(sdk, 'C2Cbob')).toBe(data.conversation);
  });

  it('throws at what is no conversation ID', async () => {
    const { connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    expect(() => sdk.getConversationProfile('bob')).toThrow('Params validate failed.');
  });
});

describe('pinConversation of a conversation that is not there', () => {
  it('resolves in 3.x and rejects with 2500 in 2.x', async () => {
    const { codeOf, connect } = createTestWorld();
    const options = { conversationID: 'C2Cnobody', isPinned: true };
    const in3 = await connect('me', { flavour: '3.x' });
    expect(await codeOf(in3.sdk.pinConversation(options))).toBe(0);
    const in2 = await connect('alice', { flavour: '2.x' });
    expect(await codeOf(in2.sdk.pinConversation(options))).toBe(2500);
  });
});
