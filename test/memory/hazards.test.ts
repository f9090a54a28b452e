// One test for each of the SDK's surprises that a client has to live with, as docs/reference/sdk-behaviour.md has them.
// What differs in detail between the generations is in the other files of this folder.
import type { MemoryConversation, MemoryMessage } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, textTo, texts } from './world.ts';

async function ready(flavour: '2.x' | '3.x') {
  const world = createTestWorld();
  return { ...world, me: await world.connect('me', { flavour }) };
}

describe.each(['2.x', '3.x'] as const)('hazards of %s:', (flavour) => {
  it('events, lists and answers share live objects, which change later', async () => {
    const { me, server, clock, run } = await ready(flavour);
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(2000);
    const [message] = me.received();
    expect(me.sdk.findMessage(ID)).toBe(message);
    const { data } = await run(me.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList.at(-1)).toBe(message);
    const [list] = me.dataOf('onConversationListUpdated').slice(-1) as [readonly MemoryConversation[]];
    const row = list.find(({ conversationID }) => conversationID === 'C2Calice');
    expect(row).toBe(await conversation(me.sdk, 'C2Calice'));
    await run(me.sdk.setMessageRead({ conversationID: 'C2Calice' }));
    expect([message?.isRead, row?.unreadCount]).toEqual([true, 0]);
  });

  it('what a consumer writes into them, the SDK believes', async () => {
    const { me, server, clock } = await ready(flavour);
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(2000);
    (await conversation(me.sdk, 'C2Calice')).unreadCount = 41;
    server.sendText({ from: 'alice', to: 'me', text: 'again' });
    await clock.advance(2000);
    expect((await conversation(me.sdk, 'C2Calice')).unreadCount).toBe(42);
  });

  it('a peer’s new name renames in silence all that is held of the peer', async () => {
    const { me, server, clock } = await ready(flavour);
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    await clock.advance(0);
    const [first] = me.received();
    server.setProfile('alice', { nick: 'Alicia' });
    server.sendText({ from: 'alice', to: 'me', text: 'two' });
    await clock.advance(0);
    expect(first?.nick).toBe('Alicia');
    expect(me.names()).not.toContain('onMessageModified');
  });

  it('list events are whole, and throttled to one a second', async () => {
    const { me, server, clock } = await ready(flavour);
    for (const text of ['1', '2', '3', '4', '5']) server.sendText({ from: 'alice', to: 'me', text });
    await clock.advance(0);
    const lists = () => me.dataOf('onConversationListUpdated') as readonly (readonly MemoryConversation[])[];
    expect(me.received()).toHaveLength(5);
    expect(lists()).toHaveLength(1);
    await clock.advance(1000);
    expect(lists()).toHaveLength(2);
    expect(
      lists()[1]
        ?.map(({ conversationID }) => conversationID)
        .toSorted(),
    ).toEqual(['C2Calice', 'GROUPg1']);
  });

  it('the login resolves before SDK_READY', async () => {
    const world = createTestWorld({ latency: 100 });
    const { sdk, names } = world.client({ flavour });
    const login = sdk.login({ userID: 'me', userSig: 'any' });
    await world.clock.advance(100);
    await login;
    expect(names()).not.toContain('sdkStateReady');
    await world.clock.advance(100);
    expect(names()).toContain('sdkStateReady');
  });

  it('calls are refused with 2024, 3000, 3005 and 3003, each with an ERROR', async () => {
    const world = createTestWorld({ latency: 100 });
    const { sdk, dataOf } = world.client({ flavour });
    const code = () => world.codeOf(sdk.getConversationList());
    expect(await code()).toBe(2024);
    const login = sdk.login({ userID: 'me', userSig: 'any' });
    await expect(sdk.getConversationList()).rejects.toMatchObject({ code: 3000 });
    await world.run(login);
    await world.clock.advance(3000);
    await world.run(sdk.logout());
    expect(await code()).toBe(3005);
    await world.run(sdk.login({ userID: 'me', userSig: 'any' }));
    await world.clock.advance(3000);
    world.server.kick('me');
    await world.clock.advance(100);
    expect(await code()).toBe(3003);
    expect(dataOf('error').map((error) => (error as { readonly code: number }).code)).toEqual([
      2024, 3000, 3005, 3003,
    ]);
  });

  it('before the login even what answers at once later answers a rejected promise', async () => {
    const { sdk } = createTestWorld().client({ flavour });
    const answers: unknown[] = [
      sdk.createTextMessage({ to: 'alice', conversationType: 'C2C', payload: { text: 'x' } }),
      sdk.getTotalUnreadMessageCount(),
      sdk.findMessage('x'),
    ];
    for (const answer of answers) await expect(answer).rejects.toMatchObject({ code: 2024 });
  });

  it('bad arguments are thrown, at once and without a code', async () => {
    const { me } = await ready(flavour);
    const empty = { to: 'alice', conversationType: 'C2C', payload: { text: '' } };
    for (const call of [
      () => me.sdk.createTextMessage(empty),
      () => void me.sdk.getMessageList({ conversationID: 'nobody' }),
      () => void me.sdk.joinGroup({} as never),
    ]) {
      expect(call).toThrow('Params validate failed.');
      expect(call).not.toThrow(expect.objectContaining({ code: expect.anything() }));
    }
  });

  it('own sends fire no MESSAGE_RECEIVED, but those of another device do', async () => {
    const world = createTestWorld({ maxInstances: 2 });
    const [here, there] = [await world.connect('me', { flavour }), await world.connect('me', { flavour })];
    await world.run(here.sdk.sendMessage(textTo(here.sdk, 'alice', 'hello')));
    await world.clock.advance(2000);
    expect([here.received().length, there.received().length]).toEqual([0, 1]);
    expect(there.received()[0]?.flow).toBe('out');
  });

  it('a send without network waits, and goes out with it', async () => {
    const { me, server, clock } = await ready(flavour);
    server.network('me').cut();
    const message = textTo(me.sdk, 'alice', 'later');
    const sent = me.sdk.sendMessage(message);
    await clock.advance(10_000);
    expect(message.status).toBe('unSend');
    server.network('me').restore();
    await clock.advance(0);
    await sent;
    expect(message.status).toBe('success');
  });

  it('what is deleted stays in the list, and is only flagged', async () => {
    const { me, server, clock, run } = await ready(flavour);
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    await run(me.sdk.deleteMessage([...me.received()] as MemoryMessage[]));
    const { data } = await run(me.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList.map(({ isDeleted }) => isDeleted)).toEqual([true]);
  });

  it('the sequences of a group have holes', async () => {
    const { me, server, clock, run } = await ready(flavour);
    const said = ['1', '2', '3', '4'].map((text) => server.sendText({ from: 'alice', to: 'g1', text }));
    server.erase(said[1]?.ID ?? '');
    await clock.advance(0);
    const options = { conversationID: 'GROUPg1', sequence: 4, count: 15, direction: 0 };
    const { data } = await run(me.sdk.getMessageListHopping(options));
    expect(data.messageList.map(({ sequence }) => sequence)).toEqual([1, 3, 4]);
    expect(texts(me.received())).toEqual(['1', '2', '3', '4']);
    expect(server.truth.unreadCount('me', 'GROUPg1')).toBe(3);
  });

  it('what was missed is replayed behind what was sent meanwhile', async () => {
    const { me, server, clock, run } = await ready(flavour);
    server.network('me').cut();
    const sent = me.sdk.sendMessage(textTo(me.sdk, 'alice', 'mine'));
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    await clock.advance(1000);
    server.network('me').restore();
    await clock.advance(2000);
    await sent;
    expect(server.truth.messages('me', 'C2Calice').map(({ text }) => text)).toEqual(['missed', 'mine']);
    const { data } = await run(me.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(texts(data.messageList)).toEqual(['mine', 'missed']);
  });
});

describe('the generations differ:', () => {
  it('a recall of what is not held is silent in 2.x, and has no ID in 3.x', async () => {
    const recalls = async (flavour: '2.x' | '3.x') => {
      const world = createTestWorld();
      const { ID } = world.server.sendText({ from: 'alice', to: 'me', text: 'old' });
      const me = await world.connect('me', { flavour });
      world.server.revoke(ID);
      await world.clock.advance(0);
      return me.dataOf('onMessageRevoked') as readonly (readonly { readonly ID?: string }[])[];
    };
    expect(await recalls('2.x')).toEqual([]);
    const [[recalled] = []] = await recalls('3.x');
    expect(recalled).toMatchObject({ conversationID: 'C2Calice', revoker: 'alice' });
    expect(recalled?.ID).toBeUndefined();
  });

  it('the newest page asked for again is longer in 2.x, the same in 3.x', async () => {
    const sizes = async (flavour: '2.x' | '3.x') => {
      const world = createTestWorld();
      const start = Math.floor(world.clock.now() / 1000) - 40;
      for (let i = 0; i < 40; i += 1) {
        world.server.sendText({ from: 'alice', to: 'me', text: `${i}`, time: start + i });
      }
      const { sdk } = await world.connect('me', { flavour });
      const page = async () => {
        const { data } = await world.run(sdk.getMessageList({ conversationID: 'C2Calice' }));
        return data.messageList.length;
      };
      return [await page(), await page()];
    };
    expect([await sizes('2.x'), await sizes('3.x')]).toEqual([
      [15, 30],
      [15, 15],
    ]);
  });

  it('list events are partial, and not throttled, by an option of 3.x', async () => {
    const world = createTestWorld();
    for (const from of ['alice', 'bob']) world.server.sendText({ from, to: 'me', text: 'old' });
    const me = await world.connect('me', { partialUpdatedConversations: true });
    for (const from of ['alice', 'bob']) world.server.sendText({ from, to: 'me', text: 'new' });
    await world.clock.advance(0);
    const lists = me.dataOf('onConversationListUpdated') as readonly (readonly MemoryConversation[])[];
    expect(lists.map((list) => list.map(({ conversationID }) => conversationID))).toEqual([
      ['C2Calice'],
      ['C2Cbob'],
    ]);
  });
});
