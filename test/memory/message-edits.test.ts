import type { MemoryMessage } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, copyOf, createTestWorld, seedC2C, textTo, texts } from './world.ts';

describe.each(['2.x', '3.x'] as const)('revokeMessage in %s', (flavour) => {
  const sent = async (to: string, from = 'me') => {
    const world = createTestWorld();
    const me = await world.connect(from, { flavour });
    const message = textTo(me.sdk, to, 'regret');
    await world.run(me.sdk.sendMessage(message));
    return { ...world, me, message };
  };

  it('is refused after 120 s of server time: 20016, in groups 10031', async () => {
    for (const [to, code] of [['alice', 20016] as const, ['g1', 10031] as const]) {
      const { clock, codeOf, me, message } = await sent(to);
      await clock.advance(120_000);
      const late = copyOf(message);
      expect(await codeOf(me.sdk.revokeMessage(message))).toBe(0);
      await clock.advance(1000);
      expect(await codeOf(me.sdk.revokeMessage(late))).toBe(code);
    }
  });

  it('is allowed to a group’s owner for what others say, however old, and refused to members: 10007', async () => {
    const { clock, codeOf, connect, me, message } = await sent('g1');
    const bob = await connect('bob', { flavour });
    const alice = await connect('alice', { flavour });
    await clock.advance(200_000);
    const inGroup = { conversationID: 'GROUPg1' };
    const seenBy = async ({ sdk }: typeof me): Promise<MemoryMessage> => {
      const page = sdk.getMessageList(inGroup);
      await clock.advance(0);
      const found = (await page).data.messageList[0];
      if (found === undefined) throw new Error('no message');
      return found;
    };
    expect(await codeOf(bob.sdk.revokeMessage(await seenBy(bob)))).toBe(10007);
    expect(await codeOf(alice.sdk.revokeMessage(await seenBy(alice)))).toBe(0);
    expect(message).toMatchObject({ isRevoked: true, revoker: 'alice' });
  });
});

describe.each(['2.x', '3.x'] as const)('modifyMessage in %s', (flavour) => {
  const exchange = async () => {
    const world = createTestWorld();
    const me = await world.connect('me', { flavour });
    const alice = await world.connect('alice', { flavour });
    const message = textTo(me.sdk, 'alice', 'before');
    await world.run(me.sdk.sendMessage(message));
    const [held] = alice.received();
    if (held === undefined) throw new Error('nothing was received');
    await world.clock.advance(2000);
    me.forget();
    alice.forget();
    return { ...world, me, alice, message, held };
  };

  it('changes the held objects in place, with MESSAGE_MODIFIED on both sides, and the rows', async () => {
    const { alice, held, me, message, run } = await exchange();
    Object.assign(message.payload, { text: 'after' });
    message.cloudCustomData = 'ccd';
    expect((await run(me.sdk.modifyMessage(message))).data.message).toBe(message);
    const after = { payload: { text: 'after' }, cloudCustomData: 'ccd', version: 1, isModified: true };
    expect([message, held]).toMatchObject([after, after]);
    expect(me.dataOf('onMessageModified')).toEqual([[message]]);
    expect(alice.dataOf('onMessageModified')).toEqual([[held]]);
    for (const [sdk, ID] of [[me.sdk, 'C2Calice'] as const, [alice.sdk, 'C2Cme'] as const]) {
      expect((await conversation(sdk, ID)).lastMessage).toMatchObject({
        messageForShow: 'after',
        version: 1,
      });
    }
  });

  it('loses another payload object than the message’s own in 3.x', async () => {
    const { me, message, run } = await exchange();
    message.payload = { text: 'lost' };
    await run(me.sdk.modifyMessage(message));
    expect(message.payload).toEqual({ text: flavour === '3.x' ? 'before' : 'lost' });
  });

  it('rejects with 2480 when somebody was faster, and shows what that one wrote', async () => {
    const { codeOf, me, message, server } = await exchange();
    server.modify(message.ID, { text: 'theirs' });
    Object.assign(message.payload, { text: 'mine' });
    expect(await codeOf(me.sdk.modifyMessage(message))).toBe(2480);
    expect(message).toMatchObject({ payload: { text: 'theirs' }, version: 1 });
  });

  it('throws for messages that went to online users only', async () => {
    const { me, run } = await exchange();
    const typing = textTo(me.sdk, 'alice', 'typing');
    await run(me.sdk.sendMessage(typing, { onlineUserOnly: true }));
    expect(() => me.sdk.modifyMessage(typing)).toThrow(new Error('Params validate failed.'));
  });

  it('of others while offline is not told: only a hop reads it again', async () => {
    const { clock, held, alice, message, run, server } = await exchange();
    server.network(alice.sdk).cut();
    server.modify(message.ID, { text: 'after' });
    server.network(alice.sdk).restore();
    await clock.advance(3000);
    expect(alice.dataOf('onMessageModified')).toEqual([]);
    const list = await run(alice.sdk.getMessageList({ conversationID: 'C2Cme' }));
    expect([list.data.messageList[0], held.payload]).toEqual([held, { text: 'before' }]);
    const hop = await run(alice.sdk.getMessageListHopping({ conversationID: 'C2Cme' }));
    expect(hop.data.messageList).toMatchObject([{ ID: message.ID, payload: { text: 'after' }, version: 1 }]);
  });

  it('of others is told of messages that are not held only by the row', async () => {
    const world = createTestWorld();
    const { ID } = world.server.sendText({ from: 'alice', to: 'me', text: 'before' });
    const me = await world.connect('me', { flavour });
    world.server.modify(ID, { text: 'after' });
    await world.clock.advance(0);
    expect(me.names()).toEqual(['onConversationListUpdated']);
    expect((await conversation(me.sdk, 'C2Calice')).lastMessage.messageForShow).toBe('after');
  });
});

describe.each(['2.x', '3.x'] as const)('deleteMessage in %s', (flavour) => {
  const withHistory = async (count: number) => {
    const world = createTestWorld();
    seedC2C(world, count);
    world.server.markRead('me', 'C2Calice');
    const me = await world.connect('me', { flavour });
    const page = async (nextReqMessageID?: string): Promise<readonly MemoryMessage[]> => {
      const cursor = nextReqMessageID === undefined ? {} : { nextReqMessageID };
      return (await world.run(me.sdk.getMessageList({ conversationID: 'C2Calice', ...cursor }))).data
        .messageList;
    };
    return { ...world, me, page };
  };

  it('flags in place, keeps it in the list, and shows the one before in the row', async () => {
    const { me, page, run } = await withHistory(3);
    const all = await page();
    const newest = all.slice(-1);
    const { data } = await run(me.sdk.deleteMessage(newest));
    expect(data.messageList).toEqual(newest);
    expect((await page()).map(({ isDeleted }) => isDeleted)).toEqual([false, false, true]);
    expect((await conversation(me.sdk, 'C2Calice')).lastMessage.messageForShow).toBe('t2');
    expect(me.names()).toEqual(['onConversationListUpdated']);
  });

  it('is gone at the next login, for this user only', async () => {
    const { connect, me, page, run } = await withHistory(3);
    await run(me.sdk.deleteMessage((await page()).slice(-1)));
    await run(me.sdk.logout());
    const again = await connect('me', { flavour });
    const { data } = await run(again.sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(texts(data.messageList)).toEqual(['t1', 't2']);
    expect((await conversation(again.sdk, 'C2Calice')).lastMessage.messageForShow).toBe('t2');
    const alice = await connect('alice', { flavour });
    const theirs = await run(alice.sdk.getMessageList({ conversationID: 'C2Cme' }));
    expect(texts(theirs.data.messageList)).toEqual(['t1', 't2', 't3']);
  });

  it('takes the first 30 of the first one’s conversation', async () => {
    const { clock, me, page, run, server } = await withHistory(40);
    server.sendText({ from: 'bob', to: 'me', text: 'other' });
    await clock.advance(0);
    const pages = [await page()];
    pages.unshift(await page(pages[0]?.[0]?.ID));
    pages.unshift(await page(pages[0]?.[0]?.ID));
    const list = [...pages.flat(), ...me.received()];
    expect(list).toHaveLength(41);
    const { data } = await run(me.sdk.deleteMessage(list));
    expect(data.messageList).toHaveLength(30);
    expect(list.filter(({ isDeleted }) => isDeleted)).toHaveLength(30);
    expect(list.at(-1)?.isDeleted).toBe(false);
  });

  it('is refused more than once a second: 2996', async () => {
    const { clock, codeOf, me, page } = await withHistory(3);
    const all = await page();
    expect(await codeOf(me.sdk.deleteMessage(all.slice(0, 1)))).toBe(0);
    expect(await codeOf(me.sdk.deleteMessage(all.slice(1, 2)))).toBe(2996);
    await clock.advance(1000);
    expect(await codeOf(me.sdk.deleteMessage(all.slice(1, 2)))).toBe(0);
  });

  it('takes an unread message out of the count', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const me = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'a' });
    server.sendText({ from: 'alice', to: 'me', text: 'b' });
    await clock.advance(0);
    await run(me.sdk.deleteMessage(me.received().slice(0, 1)));
    expect((await conversation(me.sdk, 'C2Calice')).unreadCount).toBe(1);
    expect(server.truth.unreadCount('me', 'C2Calice')).toBe(1);
  });

  it('throws without messages', async () => {
    const { me } = await withHistory(1);
    expect(() => me.sdk.deleteMessage([])).toThrow(new Error('Params validate failed.'));
  });
});

describe.each(['2.x', '3.x'] as const)('messages of an AVChatRoom in %s', (flavour) => {
  it('can be neither recalled (10033) nor deleted (10035) nor modified (2481)', async () => {
    const { codeOf, connect, run, server } = createTestWorld();
    server.addGroup('room', { ownerID: 'me', memberIDs: ['alice'], type: 'AVChatRoom' });
    const { sdk } = await connect('me', { flavour });
    await run(sdk.joinGroup({ groupID: 'room' }));
    const message = sdk.createTextMessage({
      to: 'room',
      conversationType: 'GROUP',
      payload: { text: 'live' },
    });
    await run(sdk.sendMessage(message));
    expect(await codeOf(sdk.revokeMessage(message))).toBe(10033);
    expect(await codeOf(sdk.deleteMessage([message]))).toBe(10035);
    expect(await codeOf(sdk.modifyMessage(message))).toBe(2481);
  });
});
