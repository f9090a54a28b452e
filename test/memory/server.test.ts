import { createManualClock, createMemoryServer, type MemoryServerOptions } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, createTestWorld, textTo, texts } from './world.ts';

describe('createMemoryServer', () => {
  it('gives equal IDs for equal seeds, and others for others', async () => {
    const IDs = async (options: MemoryServerOptions): Promise<readonly string[]> => {
      const { connect, run, server } = createTestWorld(options);
      const { sdk } = await connect();
      const message = textTo(sdk, 'alice', 'a');
      await run(sdk.sendMessage(message));
      return [message.ID, server.sendText({ from: 'alice', to: 'me', text: 'b' }).ID];
    };
    expect(await IDs({ seed: 7 })).toEqual(await IDs({ seed: 7 }));
    expect(await IDs({ seed: 7 })).not.toEqual(await IDs({ seed: 8 }));
  });

  it('runs on the machine’s clock unless told', async () => {
    const server = createMemoryServer();
    const sdk = server.createSdk();
    const ready = new Promise((resolve) => sdk.on('sdkStateReady', resolve));
    await sdk.login({ userID: 'me', userSig: 'any' });
    await ready;
    expect(sdk.isReady?.()).toBe(true);
  });

  it('makes the user of a login that it does not know', async () => {
    const { connect, server } = createTestWorld();
    await connect('newcomer');
    expect(server.sendText({ from: 'newcomer', to: 'me', text: 'hello' }).text).toBe('hello');
  });

  it('says what is not there', () => {
    const { server } = createTestWorld();
    const unknownUser = 'unable to find the user "nobody"; call addUser first';
    expect(() => server.sendText({ from: 'nobody', to: 'me', text: 'x' })).toThrow(unknownUser);
    expect(() => server.sendText({ from: 'me', to: 'nobody', text: 'x' })).toThrow(unknownUser);
    expect(() => server.addGroup('g2', { ownerID: 'nobody', memberIDs: [] })).toThrow(unknownUser);
    expect(() => server.revoke('no-such-ID')).toThrow('unable to find the message "no-such-ID"');
    expect(() => server.network('me')).toThrow('no client is logged in as "me"');
    expect(() => server.addGroup('me', { ownerID: 'me', memberIDs: [] })).toThrow('has this ID');
    server.addGroup('g3', { ownerID: 'alice', memberIDs: [] });
    expect(() => server.sendText({ from: 'me', to: 'g3', text: 'x' })).toThrow('not in the group');
  });

  it('keeps a C2C conversation in the order of its times, and groups in the order of arrival', () => {
    const { server } = createTestWorld();
    for (const to of ['me', 'g1']) {
      server.sendText({ from: 'alice', to, text: 'second', time: 200 });
      server.sendText({ from: 'alice', to, text: 'first', time: 100 });
    }
    const inOrder = (conversationID: string): readonly string[] =>
      server.truth.messages('me', conversationID).map(({ text }) => text);
    expect(inOrder('C2Calice')).toEqual(['first', 'second']);
    expect(inOrder('GROUPg1')).toEqual(['second', 'first']);
  });

  it('lets the truth be compared with what a client has', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk } = await connect();
    await run(sdk.sendMessage(textTo(sdk, 'alice', 'one')));
    server.sendText({ from: 'alice', to: 'me', text: 'two' });
    await clock.advance(0);
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(server.truth.messages('me', 'C2Calice').map(({ ID }) => ID)).toEqual(
      data.messageList.map(({ ID }) => ID),
    );
    expect(server.truth.messages('alice', 'C2Cme')).toEqual(server.truth.messages('me', 'C2Calice'));
    expect(server.truth.unreadCount('me', 'C2Calice')).toBe(1);
  });

  it('takes a flood: every message once, in order, and few list events', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const me = await connect();
    const sent = Array.from({ length: 5000 }, (_, i) => `${i}`);
    for (const text of sent) server.sendText({ from: 'alice', to: 'me', text });
    await clock.advance(1000);
    expect(texts(me.received())).toEqual(sent);
    expect(new Set(me.received().map(({ ID }) => ID)).size).toBe(5000);
    expect(me.dataOf('onConversationListUpdated')).toHaveLength(2);
    expect((await conversation(me.sdk, 'C2Calice')).unreadCount).toBe(5000);
    await run(me.sdk.setMessageRead({ conversationID: 'C2Calice' }));
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(0);
  });
});

describe('faults', () => {
  it('failNext refuses the next call of a method, once unless told', async () => {
    const { codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect();
    server.failNext('getConversationList', { code: 500 });
    server.failNext('getMyProfile', { code: 501, times: 2 });
    const codes = [
      await codeOf(sdk.getConversationList()),
      await codeOf(sdk.getConversationList()),
      await codeOf(sdk.getMyProfile()),
      await codeOf(sdk.getMyProfile()),
      await codeOf(sdk.getMyProfile()),
    ];
    expect(codes).toEqual([500, 0, 501, 501, 0]);
  });

  it('strike the calls of one user, where one is named', async () => {
    const { codeOf, connect, server } = createTestWorld();
    const me = await connect('me');
    const alice = await connect('alice');
    server.failNext('getMyProfile', { code: 500, userID: 'alice' });
    expect(await codeOf(me.sdk.getMyProfile())).toBe(0);
    expect(await codeOf(alice.sdk.getMyProfile())).toBe(500);
  });

  it('hangNext loses a call of any method: 2801 after 15 s', async () => {
    const { clock, codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect();
    server.hangNext('getConversationList');
    const code = codeOf(sdk.getConversationList());
    await clock.advance(15_000);
    expect(await code).toBe(2801);
  });

  it('clearFaults takes back what has not struck', async () => {
    const { codeOf, connect, server } = createTestWorld();
    const { sdk } = await connect();
    server.failNext('getMyProfile', { code: 500, times: Number.POSITIVE_INFINITY });
    expect(await codeOf(sdk.getMyProfile())).toBe(500);
    expect(await codeOf(sdk.getMyProfile())).toBe(500);
    server.clearFaults();
    expect(await codeOf(sdk.getMyProfile())).toBe(0);
  });
});

describe('a manual clock', () => {
  it('moves everything: nothing happens while it stands', async () => {
    const clock = createManualClock();
    const server = createMemoryServer({ clock });
    const sdk = server.createSdk();
    let isDone = false;
    const login = sdk.login({ userID: 'me', userSig: 'any' }).finally(() => {
      isDone = true;
    });
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(isDone).toBe(false);
    await clock.advance(0);
    await login;
    expect(isDone).toBe(true);
  });
});
