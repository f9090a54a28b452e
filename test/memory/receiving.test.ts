import type { MemoryMessage } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, type Recorded, textTo, texts } from './world.ts';

const messagesOf = (event: Recorded | undefined): readonly MemoryMessage[] => event?.data as MemoryMessage[];

describe.each(['2.x', '3.x'] as const)('MESSAGE_RECEIVED in %s', (flavour) => {
  it('carries live objects: the same in the history and from findMessage', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk, received } = await connect('me', { flavour });
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    const [message] = received();
    expect(message).toMatchObject({ ID, flow: 'in', status: 'success', isRead: false, nick: 'Alice' });
    expect(sdk.findMessage(ID)).toBe(message);
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList[0]).toBe(message);
  });

  it('brings the list and the total up to date before it fires', async () => {
    const { clock, connect, server } = createTestWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'before' });
    const { names } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    expect(names().toSorted()).toEqual([
      'onConversationListUpdated',
      'onMessageReceived',
      'onTotalUnreadMessageCountUpdated',
    ]);
    expect(names().at(-1)).toBe('onMessageReceived');
    expect(names()[0]).toBe(
      flavour === '2.x' ? 'onTotalUnreadMessageCountUpdated' : 'onConversationListUpdated',
    );
  });

  it('comes once for several C2C messages of one frame, in the order of the server, whatever their times', async () => {
    const { clock, connect, server } = createTestWorld();
    const { events } = await connect('me', { flavour });
    const now = Math.floor(clock.now() / 1000);
    server.sendTexts([
      { from: 'alice', to: 'me', text: 'late', time: now + 1 },
      { from: 'bob', to: 'me', text: 'mid', time: now },
      { from: 'alice', to: 'me', text: 'early', time: now },
    ]);
    await clock.advance(0);
    const batches = events.filter(({ name }) => name === 'onMessageReceived').map(messagesOf);
    expect(batches.map(texts)).toEqual([['late', 'mid', 'early']]);
  });

  it('comes for each group by itself, before the C2C messages, sorted by sequence', async () => {
    const { clock, connect, server } = createTestWorld();
    server.addGroup('g2', { ownerID: 'bob', memberIDs: ['me'] });
    const { events } = await connect('me', { flavour });
    server.sendTexts([
      { from: 'alice', to: 'me', text: 'c2c' },
      { from: 'alice', to: 'g1', text: 'g1 first' },
      { from: 'bob', to: 'g2', text: 'g2' },
      { from: 'bob', to: 'g1', text: 'g1 second' },
    ]);
    await clock.advance(0);
    const batches = events.filter(({ name }) => name === 'onMessageReceived').map(messagesOf);
    expect(batches.map(texts)).toEqual([['g1 first', 'g1 second'], ['g2'], ['c2c']]);
  });

  it('does not come again for a message that the client has', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk, received } = await connect('me', { flavour });
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'once' });
    await clock.advance(0);
    server.redeliver(ID);
    await clock.advance(0);
    expect(texts(received())).toEqual(['once']);
    expect(sdk.getTotalUnreadMessageCount()).toBe(1);
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList).toHaveLength(1);
  });

  it('adds a conversation that the client did not have', async () => {
    const { clock, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.sendText({ from: 'bob', to: 'me', text: 'hello' });
    await clock.advance(0);
    expect(await conversation(sdk, 'C2Cbob')).toMatchObject({
      unreadCount: 1,
      userProfile: { userID: 'bob', nick: 'Bob' },
      lastMessage: { messageForShow: 'hello', fromAccount: 'bob' },
    });
  });

  it('gives each client its own objects', async () => {
    const { clock, connect, server } = createTestWorld();
    const me = await connect('me', { flavour });
    const bob = await connect('bob', { flavour });
    server.sendText({ from: 'alice', to: 'g1', text: 'to all' });
    await clock.advance(0);
    const [mine, bobs] = [me.received()[0], bob.received()[0]];
    expect(mine?.ID).toBe(bobs?.ID);
    expect(mine).not.toBe(bobs);
    expect(mine?.payload).not.toBe(bobs?.payload);
  });

  it('does not come where the user rejects the conversation; the history has the message', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk, names } = await connect('me', { flavour });
    server.setRemindType('me', 'GROUPg1', 'Discard');
    await clock.advance(2000);
    server.sendText({ from: 'alice', to: 'g1', text: 'unwanted' });
    await clock.advance(2000);
    expect(names()).not.toContain('onMessageReceived');
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
    const { data } = await run(sdk.getMessageList({ conversationID: 'GROUPg1' }));
    expect(texts(data.messageList)).toEqual(['unwanted']);
  });
});

describe.each(['2.x', '3.x'] as const)('the silent rename in %s', (flavour) => {
  it('renames all earlier messages of the peer in place when the next one comes, without an event for them', async () => {
    const { clock, connect, server } = createTestWorld();
    const { sdk, received } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'old' });
    await clock.advance(0);
    server.setProfile('alice', { nick: 'Alicia', avatar: 'new.png' });
    await clock.advance(5000);
    expect(received()[0]).toMatchObject({ nick: 'Alice', avatar: '' });
    server.sendText({ from: 'alice', to: 'me', text: 'new' });
    await clock.advance(0);
    expect(texts(received())).toEqual(['old', 'new']);
    expect(received()[0]).toMatchObject({ nick: 'Alicia', avatar: 'new.png' });
    expect((await conversation(sdk, 'C2Calice')).userProfile).toMatchObject({ nick: 'Alicia' });
  });

  it('leaves earlier group messages alone', async () => {
    const { clock, connect, server } = createTestWorld();
    const { received } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'g1', text: 'old' });
    await clock.advance(0);
    server.setProfile('alice', { nick: 'Alicia' });
    server.sendText({ from: 'alice', to: 'g1', text: 'new' });
    await clock.advance(0);
    expect(received().map(({ nick }) => nick)).toEqual(['Alice', 'Alicia']);
  });
});

describe.each(['2.x', '3.x'] as const)('MESSAGE_REVOKED in %s', (flavour) => {
  it('carries the held object, now recalled; an unread one is no longer counted', async () => {
    const { clock, connect, server } = createTestWorld();
    const { sdk, received, dataOf } = await connect('me', { flavour });
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'regret' });
    await clock.advance(2000);
    expect(sdk.getTotalUnreadMessageCount()).toBe(1);
    server.revoke(ID);
    await clock.advance(0);
    const [message] = received();
    expect((dataOf('onMessageRevoked')[0] as readonly unknown[])[0]).toBe(message);
    expect(message).toMatchObject({ isRevoked: true, revoker: 'alice', payload: { text: 'regret' } });
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
    expect((await conversation(sdk, 'C2Calice')).lastMessage).toMatchObject({
      isRevoked: true,
      revoker: 'alice',
      messageForShow: 'regret',
    });
  });

  it('shows recalled messages of the history as recalled', async () => {
    const { connect, run, server } = createTestWorld();
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'regret' });
    server.revoke(ID);
    const { sdk } = await connect('me', { flavour });
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList).toMatchObject([{ isRevoked: true, revoker: 'alice' }]);
    expect(sdk.getTotalUnreadMessageCount()).toBe(0);
  });
});

describe('a recall of a message that the client does not hold', () => {
  const revokedUnseen = async (flavour: '2.x' | '3.x') => {
    const world = createTestWorld();
    const { ID, sequence, time } = world.server.sendText({ from: 'alice', to: 'g1', text: 'unseen' });
    const me = await world.connect('me', { flavour });
    world.server.revoke(ID);
    await world.clock.advance(2000);
    return { me, sequence, time };
  };

  it('fires no event in 2.x', async () => {
    const { me } = await revokedUnseen('2.x');
    expect(me.dataOf('onMessageRevoked')).toEqual([]);
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(0);
  });

  it('fires a plain object without ID and payload in 3.x', async () => {
    const { me, sequence, time } = await revokedUnseen('3.x');
    expect(me.dataOf('onMessageRevoked')).toStrictEqual([
      [
        {
          conversationID: 'GROUPg1',
          sequence,
          time,
          revoker: 'alice',
          revokeReason: '',
          revokerInfo: { userID: 'alice', nick: 'Alice', avatar: '' },
        },
      ],
    ]);
  });
});

describe.each(['2.x', '3.x'] as const)('MESSAGE_READ_BY_PEER in %s', (flavour) => {
  it('carries all own messages up to the time of reading, marked in place', async () => {
    const { clock, connect, run } = createTestWorld();
    const me = await connect('me', { flavour });
    const alice = await connect('alice', { flavour });
    const messages = [textTo(me.sdk, 'alice', 'a'), textTo(me.sdk, 'alice', 'b')];
    for (const message of messages) await run(me.sdk.sendMessage(message));
    await run(alice.sdk.setMessageRead({ conversationID: 'C2Cme' }));
    expect(me.dataOf('onMessageReadByPeer')).toEqual([messages]);
    expect(messages.map(({ isPeerRead }) => isPeerRead)).toEqual([true, true]);
    await clock.advance(2000);
    expect((await conversation(me.sdk, 'C2Calice')).lastMessage.isPeerRead).toBe(true);
  });

  it('leaves out what was marked before, and what is newer', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk, dataOf } = await connect('me', { flavour });
    await run(sdk.sendMessage(textTo(sdk, 'alice', 'first')));
    server.markRead('alice', 'C2Cme');
    await clock.advance(5000);
    const second = textTo(sdk, 'alice', 'second');
    await run(sdk.sendMessage(second));
    server.markRead('alice', 'C2Cme');
    await clock.advance(0);
    expect(dataOf('onMessageReadByPeer').map((data) => texts(data as MemoryMessage[]))).toEqual([
      ['first'],
      ['second'],
    ]);
    server.markRead('alice', 'C2Cme');
    await clock.advance(0);
    expect(dataOf('onMessageReadByPeer')).toHaveLength(2);
  });

  it('comes for messages of the history, too', async () => {
    const { connect, run, server } = createTestWorld();
    server.sendText({ from: 'me', to: 'alice', text: 'old' });
    server.markRead('alice', 'C2Cme');
    const { sdk, dataOf } = await connect('me', { flavour });
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList).toMatchObject([{ isPeerRead: true }]);
    expect(dataOf('onMessageReadByPeer')).toEqual([data.messageList]);
  });
});
