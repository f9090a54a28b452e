import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, textTo, texts } from './world.ts';

describe.each(['2.x', '3.x'] as const)('a network cut in %s', (flavour) => {
  it('fires NET_STATE_CHANGE, the same state never twice in a row', async () => {
    const { clock, connect, server } = createTestWorld();
    const { dataOf, sdk } = await connect('me', { flavour });
    const network = server.network(sdk);
    network.cut();
    network.cut();
    expect(network.isUp()).toBe(false);
    network.restore();
    network.restore();
    await clock.advance(0);
    expect(network.isUp()).toBe(true);
    expect(dataOf('netStateChange')).toEqual([
      { state: 'disconnected' },
      { state: 'connecting' },
      { state: 'connected' },
    ]);
  });

  it('does not end the login: neither SDK_NOT_READY nor SDK_READY', async () => {
    const { clock, connect, server } = createTestWorld();
    const { names, sdk } = await connect('me', { flavour });
    server.network(sdk).cut();
    await clock.advance(60_000);
    server.network(sdk).restore();
    await clock.advance(5000);
    expect(names()).not.toContain('sdkStateNotReady');
    expect(names()).not.toContain('sdkStateReady');
    expect((await sdk.getConversationList()).code).toBe(0);
  });

  it('lets a send wait in silence, and go out when the network is back in time', async () => {
    const { clock, codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.network(sdk).cut();
    const message = textTo(sdk, 'alice', 'queued');
    const code = codeOf(sdk.sendMessage(message));
    await clock.advance(14_000);
    expect(message.status).toBe('unSend');
    expect(server.truth.messages('me', 'C2Calice')).toEqual([]);
    server.network(sdk).restore();
    await clock.advance(0);
    expect(await code).toBe(0);
    expect(server.truth.messages('me', 'C2Calice')).toHaveLength(1);
  });

  it('fails a send with 2801 after 15 s, and does not send it afterwards', async () => {
    const { clock, codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.network(sdk).cut();
    const message = textTo(sdk, 'alice', 'too late');
    const code = codeOf(sdk.sendMessage(message));
    await clock.advance(15_000);
    expect(await code).toBe(2801);
    server.network(sdk).restore();
    await clock.advance(5000);
    expect(message.status).toBe('fail');
    expect(server.truth.messages('me', 'C2Calice')).toEqual([]);
  });

  it('loses an answer that is under way: the message has arrived, yet the send fails', async () => {
    const { clock, codeOf, connect, server } = createTestWorld({ latency: 100 });
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'half-way');
    const code = codeOf(sdk.sendMessage(message));
    server.network(sdk).cut();
    await clock.advance(15_000);
    expect(await code).toBe(2801);
    expect(server.truth.messages('me', 'C2Calice')).toHaveLength(1);
  });

  it('lets other calls wait alike; what is answered from memory needs no network', async () => {
    const { clock, codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.network('me').cut();
    expect((await sdk.getConversationList()).code).toBe(0);
    expect((await sdk.getMyProfile()).code).toBe(0);
    const history = codeOf(sdk.getMessageList({ conversationID: 'C2Calice' }));
    const profile = codeOf(sdk.getUserProfile({ userIDList: ['alice'] }));
    await clock.advance(15_000);
    expect([await history, await profile]).toEqual([2801, 2801]);
  });
});

describe.each(['2.x', '3.x'] as const)('the way back from a cut in %s', (flavour) => {
  const missing = async () => {
    const world = createTestWorld();
    const me = await world.connect('me', { flavour });
    world.server.sendText({ from: 'alice', to: 'me', text: 'before' });
    await world.clock.advance(5000);
    me.forget();
    world.server.network(me.sdk).cut();
    return { ...world, me };
  };

  it('replays what was missed: each group, then all C2C messages; the list and its counts come first', async () => {
    const { clock, me, server } = await missing();
    server.sendText({ from: 'alice', to: 'me', text: 'missed 1' });
    server.sendText({ from: 'alice', to: 'g1', text: 'missed in g1' });
    server.sendText({ from: 'bob', to: 'me', text: 'missed 2' });
    await clock.advance(5000);
    expect(me.received()).toEqual([]);
    server.network(me.sdk).restore();
    await clock.advance(0);
    expect(texts(me.received())).toEqual(['missed in g1', 'missed 1', 'missed 2']);
    expect(me.dataOf('onMessageReceived')).toHaveLength(2);
    expect(me.names().indexOf('onConversationListUpdated')).toBeLessThan(
      me.names().indexOf('onMessageReceived'),
    );
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(4);
    expect(await conversation(me.sdk, 'C2Calice')).toMatchObject({ unreadCount: 2 });
    expect(server.truth.unreadCount('me', 'C2Calice')).toBe(2);
  });

  it('puts missed messages behind one that was sent in the gap, though they are older', async () => {
    const { clock, me, run, server } = await missing();
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    await clock.advance(3000);
    const message = textTo(me.sdk, 'alice', 'sent in the gap');
    const sent = me.sdk.sendMessage(message);
    server.network(me.sdk).restore();
    await run(sent);
    const { data } = await run(me.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(texts(data.messageList)).toEqual(['before', 'sent in the gap', 'missed']);
    expect(data.messageList[2]?.time).toBeLessThan(message.time);
  });

  it('keeps messages, while conversations are the same objects in 2.x and new ones in 3.x', async () => {
    const { clock, me, run, server } = await missing();
    const before = await conversation(me.sdk, 'C2Calice');
    server.network(me.sdk).restore();
    await clock.advance(0);
    expect((await conversation(me.sdk, 'C2Calice')) === before).toBe(flavour === '2.x');
    const { data } = await run(me.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(me.sdk.findMessage(data.messageList[0]?.ID ?? '')).toBe(data.messageList[0]);
  });

  it('tells of recalls and receipts in the gap, too', async () => {
    const { clock, me, run, server } = await missing();
    server.network(me.sdk).restore();
    await clock.advance(0);
    const own = textTo(me.sdk, 'alice', 'own');
    await run(me.sdk.sendMessage(own));
    server.network(me.sdk).cut();
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'regret' });
    server.revoke(ID);
    server.markRead('alice', 'C2Cme');
    server.network(me.sdk).restore();
    await clock.advance(0);
    expect(me.sdk.findMessage(ID)).toMatchObject({ isRevoked: true });
    expect(own.isPeerRead).toBe(true);
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(server.truth.unreadCount('me', 'C2Calice'));
  });

  it('keeps a push that was under way when the network went', async () => {
    const { clock, connect, server } = createTestWorld({ latency: 100 });
    const me = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'under way' });
    await clock.advance(50);
    server.network(me.sdk).cut();
    await clock.advance(1000);
    server.network(me.sdk).restore();
    await clock.advance(200);
    expect(texts(me.received())).toEqual(['under way']);
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(1);
  });

  it('loses nothing when the network goes again at once', async () => {
    const { clock, connect, server } = createTestWorld({ latency: 100 });
    const me = await connect('me', { flavour });
    const network = server.network(me.sdk);
    network.cut();
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    network.restore();
    await clock.advance(150);
    network.cut();
    server.sendText({ from: 'alice', to: 'me', text: 'missed, too' });
    network.restore();
    await clock.advance(500);
    expect(texts(me.received())).toEqual(['missed', 'missed, too']);
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(2);
  });

  it('brings the kick-out that happened in the gap, and sends nothing any more', async () => {
    const { clock, codeOf, connect, me, server } = await missing();
    const code = codeOf(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'queued')));
    await connect('me', { flavour });
    expect(me.names()).not.toContain('kickedOut');
    server.network(me.sdk).restore();
    await clock.advance(0);
    expect(me.names().slice(-2)).toEqual(['kickedOut', 'sdkStateNotReady']);
    await clock.advance(15_000);
    expect(await code).toBe(2801);
  });
});

describe('a cut between login and SDK_READY', () => {
  it('puts SDK_READY off until the network is back', async () => {
    const { client, clock, server } = createTestWorld({ latency: 10 });
    const { names, sdk } = client();
    const login = sdk.login({ userID: 'me', userSig: 'any' });
    await clock.advance(10);
    await login;
    server.network(sdk).cut();
    await clock.advance(60_000);
    expect(names()).not.toContain('sdkStateReady');
    server.network(sdk).restore();
    await clock.advance(20);
    expect(names().filter((name) => name === 'sdkStateReady')).toHaveLength(1);
  });
});

describe.each(['2.x', '3.x'] as const)('a logout whose answer got lost in %s', (flavour) => {
  it('goes on after the cut, with what was sent after the logout, also where the history was complete', async () => {
    const { clock, codeOf, connect, run, server } = createTestWorld({ latency: 100 });
    const me = await connect('me', { flavour });
    const history = { conversationID: 'C2Calice' };
    expect((await run(me.sdk.getMessageList(history))).data.isCompleted).toBe(true);
    const code = codeOf(me.sdk.logout());
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    server.network(me.sdk).cut();
    server.network(me.sdk).restore();
    await clock.advance(15_000);
    expect(await code).toBe(2801);
    expect(texts(me.received())).toEqual(['missed']);
    expect(texts((await run(me.sdk.getMessageList(history))).data.messageList)).toEqual(['missed']);
  });
});

describe('a login whose answer got lost', () => {
  it('leaves no trace with the next account', async () => {
    const { clock, client, codeOf, run, server } = createTestWorld({ latency: 10 });
    const { names, sdk } = client();
    const code = codeOf(sdk.login({ userID: 'alice', userSig: 'any' }));
    server.network(sdk).cut();
    await clock.advance(90_000);
    expect(await code).toBe(2801);
    server.network(sdk).restore();
    await clock.advance(20);
    await run(sdk.login({ userID: 'me', userSig: 'any' }));
    await clock.advance(20);
    server.sendText({ from: 'bob', to: 'alice', text: 'not for me' });
    await clock.advance(20);
    expect(names()).not.toContain('onMessageReceived');
    expect(names()).not.toContain('kickedOut');
    expect(sdk.getLoginUser?.()).toBe('me');
  });
});

describe('latency', () => {
  it('is what answers and pushes take; 0 still is a timer of the clock', async () => {
    for (const latency of [0, 250]) {
      const { clock, connect, server } = createTestWorld({ latency });
      const { received } = await connect();
      server.sendText({ from: 'alice', to: 'me', text: 'hello' });
      await Promise.resolve();
      expect(received()).toEqual([]);
      await clock.advance(latency);
      expect(received()).toHaveLength(1);
    }
  });
});
