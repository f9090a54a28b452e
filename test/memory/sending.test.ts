import type { MemoryMessage } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, copyOf, createTestWorld, textTo, texts } from './world.ts';

const rejection = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(['2.x', '3.x'] as const)('createTextMessage in %s', (flavour) => {
  it('answers at once, with everything but the server’s word final', async () => {
    const { clock, connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'hello');
    const seconds = Math.floor(clock.now() / 1000);
    expect(message).toMatchObject({
      conversationID: 'C2Calice',
      status: 'unSend',
      flow: 'out',
      isRead: true,
      nick: 'Me',
      clientTime: seconds,
      payload: { text: 'hello' },
    });
    expect(message.ID).toBe(`144115210000000000-${seconds}-${message.random}`);
  });

  it('counts C2C sequences by itself, large and from the clock; a group’s is 0 until it is sent', async () => {
    const { connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const [a, b, c] = [textTo(sdk, 'alice', 'a'), textTo(sdk, 'g1', 'b'), textTo(sdk, 'bob', 'c')];
    expect(a.sequence).toBeGreaterThan(1_000_000);
    expect([b.sequence, b.clientSequence, c.sequence]).toEqual([0, a.sequence + 1, a.sequence + 2]);
  });

  it('throws at bad arguments, without a code', async () => {
    const { connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const good = { to: 'alice', conversationType: 'C2C', payload: { text: 'x' } };
    const bad: readonly unknown[] = [
      undefined,
      {},
      { ...good, to: '' },
      { ...good, payload: undefined },
      { ...good, payload: { text: '' } },
      { ...good, payload: { text: 1 } },
    ];
    for (const options of bad) {
      expect(() => sdk.createTextMessage(options as never)).toThrow(new Error('Params validate failed.'));
    }
  });
});

describe.each(['2.x', '3.x'] as const)('sendMessage in %s', (flavour) => {
  it('changes the object in place and resolves with it: status, and the server’s time', async () => {
    const { clock, connect, run } = createTestWorld({ clockOffset: 60_000 });
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'hello');
    const { ID, sequence } = message;
    const sent = sdk.sendMessage(message);
    expect(message.status).toBe('unSend');
    expect((await run(sent)).data.message).toBe(message);
    expect(message).toMatchObject({ ID, sequence, status: 'success' });
    expect(message.time).toBe(Math.floor(clock.now() / 1000) + 60);
  });

  it('gives a group message the server’s dense sequence', async () => {
    const { connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'g1', text: 'first' });
    const message = textTo(sdk, 'g1', 'second');
    const { ID } = message;
    await run(sdk.sendMessage(message));
    expect([message.sequence, message.ID]).toEqual([2, ID]);
  });

  it('fires no MESSAGE_RECEIVED for it, only the list', async () => {
    const { connect, run } = createTestWorld();
    const { sdk, names } = await connect('me', { flavour });
    await run(sdk.sendMessage(textTo(sdk, 'alice', 'hello')));
    expect(names()).toEqual(['onConversationListUpdated']);
  });

  it('shows it in the conversation, with the very payload object', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'hello');
    await run(sdk.sendMessage(message));
    const { lastMessage } = await conversation(sdk, 'C2Calice');
    expect(lastMessage).toMatchObject({ messageForShow: 'hello', lastTime: message.time, fromAccount: 'me' });
    expect(lastMessage.payload).toBe(message.payload);
  });

  it('keeps it out of every list while it is in flight', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'hello');
    const sent = sdk.sendMessage(message);
    expect(sdk.findMessage(message.ID)).toBeNull();
    await run(sent);
    expect(sdk.findMessage(message.ID)).toBe(message);
  });

  it('brings it to the peer, as that client’s own object of the same ID', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const alice = await connect('alice', { flavour });
    const message = textTo(sdk, 'alice', 'hello');
    await run(sdk.sendMessage(message));
    const [received] = alice.received();
    expect(received).toMatchObject({ ID: message.ID, conversationID: 'C2Cme', flow: 'in', isRead: false });
    expect(received).not.toBe(message);
  });

  it('brings it to the sender’s other clients, with flow "out"', async () => {
    const { connect, run } = createTestWorld({ maxInstances: 2 });
    const { sdk } = await connect('me', { flavour });
    const phone = await connect('me', { flavour });
    await run(sdk.sendMessage(textTo(sdk, 'alice', 'hello')));
    expect(phone.received()).toMatchObject([{ conversationID: 'C2Calice', flow: 'out', isRead: true }]);
    expect(phone.sdk.getTotalUnreadMessageCount()).toBe(0);
  });

  it('rejects with the server’s code and the message; the status is "fail", the ID stays', async () => {
    const { connect, run, server } = createTestWorld();
    const { sdk, names } = await connect('me', { flavour });
    server.failNext('sendMessage', { code: 20003, message: 'bad user' });
    const message = textTo(sdk, 'alice', 'failing');
    const { ID } = message;
    const error = await run(rejection(sdk.sendMessage(message)));
    expect(error).toBeInstanceOf(Error);
    expect(Object.getOwnPropertyNames(error).toSorted()).toEqual(['code', 'data', 'message', 'stack']);
    expect(error).toMatchObject({ code: 20003, message: 'bad user' });
    expect((error as { data: { message: MemoryMessage } }).data.message).toBe(message);
    expect(message).toMatchObject({ ID, status: 'fail' });
    expect(names()).toEqual([]);
  });

  it('rejects with 2801 after 15 s without an answer', async () => {
    const { clock, codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.hangNext('sendMessage');
    const message = textTo(sdk, 'alice', 'lost');
    const code = codeOf(sdk.sendMessage(message));
    await clock.advance(14_999);
    expect(message.status).toBe('unSend');
    await clock.advance(1);
    expect(await code).toBe(2801);
    expect(message.status).toBe('fail');
    expect(server.truth.messages('me', 'C2Calice')).toEqual([]);
  });

  it('accepts the original and a Proxy of it, which it resolves with; a copy gets 2105', async () => {
    const { codeOf, connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'hello');
    expect(await codeOf(sdk.sendMessage(copyOf(message)))).toBe(2105);
    expect(await codeOf(sdk.sendMessage(JSON.parse(JSON.stringify(message)) as MemoryMessage))).toBe(2105);
    const proxy = new Proxy(message, {});
    expect((await run(sdk.sendMessage(proxy))).data.message).toBe(proxy);
    expect(message.status).toBe('success');
  });

  it('throws at what is no message at all, but refuses an empty object in 3.x', async () => {
    const { codeOf, connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    expect(() => sdk.sendMessage('' as never)).toThrow(new Error('Params validate failed.'));
    // What is thrown has no code.
    const sendNothing = async (): Promise<unknown> => sdk.sendMessage({} as never);
    expect(await codeOf(sendNothing())).toBe(flavour === '3.x' ? 2105 : undefined);
  });

  it('does not refuse a message that was sent already: it then stands in the history twice', async () => {
    const { clock, connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const message = textTo(sdk, 'alice', 'again');
    await run(sdk.sendMessage(message));
    await clock.advance(2000);
    await run(sdk.sendMessage(message));
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList.filter((one) => one === message)).toHaveLength(2);
  });

  it('is refused with what the server says of a group that the account is not in', async () => {
    const { codeOf, connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const options = { to: 'g404', conversationType: 'GROUP', payload: { text: 'x' } };
    expect(await codeOf(sdk.sendMessage(sdk.createTextMessage(options)))).toBe(10010);
  });

  it('is refused with 20003 for a user that does not exist', async () => {
    const { codeOf, connect } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    expect(await codeOf(sdk.sendMessage(textTo(sdk, 'nobody', 'x')))).toBe(20003);
  });
});

describe('a failed message', () => {
  const failed = async (flavour: '2.x' | '3.x') => {
    const world = createTestWorld();
    const { sdk } = await world.connect('me', { flavour });
    world.server.sendText({ from: 'alice', to: 'me', text: 'one' });
    world.server.failNext('sendMessage', { code: 20003 });
    const message = textTo(sdk, 'alice', 'failing');
    await world.codeOf(sdk.sendMessage(message));
    const page = async (): Promise<readonly string[]> =>
      texts((await world.run(sdk.getMessageList({ conversationID: 'C2Calice' }))).data.messageList);
    return { ...world, sdk, message, page };
  };

  it('is in no list in 2.x', async () => {
    const { message, page, sdk } = await failed('2.x');
    expect(await page()).toEqual(['one']);
    expect(sdk.findMessage(message.ID)).toBeNull();
  });

  it('is in the history in 3.x', async () => {
    const { message, page, sdk } = await failed('3.x');
    expect(await page()).toEqual(['one', 'failing']);
    expect(sdk.findMessage(message.ID)).toBe(message);
  });

  it.each(['2.x', '3.x'] as const)(
    'goes out by resendMessage, as the same object, once in the list: %s',
    async (f) => {
      const { message, page, run, sdk, clock } = await failed(f);
      const { ID, sequence } = message;
      await clock.advance(5000);
      expect((await run(sdk.resendMessage(message))).data.message).toBe(message);
      expect(message).toMatchObject({ ID, sequence, status: 'success', isResend: true });
      expect(await page()).toEqual(['one', 'failing']);
    },
  );

  it('may be sent by resendMessage only as the original: 2105 in 3.x, a TypeError at once in 2.x', async () => {
    const in3 = await failed('3.x');
    expect(await in3.codeOf(in3.sdk.resendMessage(copyOf(in3.message)))).toBe(2105);
    const in2 = await failed('2.x');
    expect(() => in2.sdk.resendMessage(copyOf(in2.message))).toThrow(TypeError);
  });
});

describe('a message that the consumer has frozen', () => {
  it('cannot be sent in 2.x: a TypeError without a code', async () => {
    const { connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour: '2.x' });
    const message = Object.freeze(textTo(sdk, 'alice', 'frozen'));
    expect(await run(rejection(sdk.sendMessage(message)))).toBeInstanceOf(TypeError);
    expect(server.truth.messages('me', 'C2Calice')).toEqual([]);
  });

  it('is sent in 3.x, but its status stays "unSend"', async () => {
    const { codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour: '3.x' });
    const message = Object.freeze(textTo(sdk, 'alice', 'frozen'));
    expect(await codeOf(sdk.sendMessage(message))).toBe(0);
    expect(message.status).toBe('unSend');
    expect(server.truth.messages('me', 'C2Calice')).toHaveLength(1);
  });
});

describe.each(['2.x', '3.x'] as const)('revokeMessage in %s', (flavour) => {
  const sentBy = async () => {
    const world = createTestWorld();
    const me = await world.connect('me', { flavour });
    const alice = await world.connect('alice', { flavour });
    const message = textTo(me.sdk, 'alice', 'regret');
    await world.run(me.sdk.sendMessage(message));
    await world.clock.advance(3000);
    me.forget();
    return { ...world, me, alice, message };
  };

  it('flags the object in place; only the list event follows, as it was the last message', async () => {
    const { me, message, run } = await sentBy();
    const { data } = await run(me.sdk.revokeMessage(message));
    expect(data.message).toBe(message);
    expect(message.isRevoked).toBe(true);
    expect(me.names()).toEqual(['onConversationListUpdated']);
    expect((await conversation(me.sdk, 'C2Calice')).lastMessage.isRevoked).toBe(true);
  });

  it('fires no event at all for a message that is not the last', async () => {
    const { clock, me, message, run } = await sentBy();
    await run(me.sdk.sendMessage(textTo(me.sdk, 'alice', 'newer')));
    await clock.advance(2000);
    me.forget();
    await run(me.sdk.revokeMessage(message));
    expect(me.names()).toEqual([]);
  });

  it('reaches the peer as MESSAGE_REVOKED with the object that the peer holds', async () => {
    const { alice, me, message, run } = await sentBy();
    const [held] = alice.received();
    await run(me.sdk.revokeMessage(message));
    expect(alice.dataOf('onMessageRevoked')).toEqual([[held]]);
    expect((alice.dataOf('onMessageRevoked')[0] as readonly unknown[])[0]).toBe(held);
    expect(held).toMatchObject({ isRevoked: true, revoker: 'me' });
  });

  it('flags only the copy, if it is given one', async () => {
    const { me, message, run } = await sentBy();
    const copy = copyOf(message);
    expect((await run(me.sdk.revokeMessage(copy))).data.message).toBe(copy);
    expect([copy.isRevoked, message.isRevoked]).toEqual([true, false]);
  });

  it('throws for a message that is recalled already', async () => {
    const { me, message, run } = await sentBy();
    await run(me.sdk.revokeMessage(message));
    expect(() => me.sdk.revokeMessage(message)).toThrow(new Error('Params validate failed.'));
  });

  it('rejects with the server’s code and the message, which keeps its flag', async () => {
    const { me, message, run, server } = await sentBy();
    server.failNext('revokeMessage', { code: 20016 });
    const error = await run(rejection(me.sdk.revokeMessage(message)));
    expect(error).toMatchObject({ code: 20016, data: { message } });
    expect(message.isRevoked).toBe(false);
  });

  it('is refused to others than the sender', async () => {
    const { alice, codeOf } = await sentBy();
    const [held] = alice.received();
    expect(await codeOf(alice.sdk.revokeMessage(held as MemoryMessage))).toBe(10007);
  });
});
