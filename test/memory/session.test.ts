import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import type { TimSdk } from '../../src/sdk/tim-sdk.ts';
import { createTestWorld, textTo } from './world.ts';

const ME = { userID: 'me', userSig: 'any' };

describe('createSdk', () => {
  it('answers something that can stand wherever the port is asked for', () => {
    const sdk: TimSdk = createTestWorld().server.createSdk();
    expect(typeof sdk.sendMessage).toBe('function');
  });

  it('has isReady, getLoginUser and getServerTime in 3.x, not in 2.x', () => {
    const { server } = createTestWorld();
    const later = ['isReady', 'getLoginUser', 'getServerTime'] as const;
    const has = (sdk: MemorySdk): readonly boolean[] => later.map((method) => method in sdk);
    expect(has(server.createSdk())).toEqual([true, true, true]);
    expect(has(server.createSdk({ flavour: '2.x' }))).toEqual([false, false, false]);
  });
});

describe.each(['2.x', '3.x'] as const)('a client before its login, in %s', (flavour) => {
  it('rejects every call with 2024 and fires ERROR, also where no promise is declared', async () => {
    const { client, codeOf } = createTestWorld();
    const { sdk, dataOf } = client({ flavour });
    const synchronous: unknown[] = [
      textTo(sdk, 'alice', 'hello'),
      sdk.findMessage('any'),
      sdk.getTotalUnreadMessageCount(),
    ];
    const calls = [sdk.getConversationList(), sdk.getMyProfile(), ...synchronous];
    for (const call of calls) {
      expect(call).toBeInstanceOf(Promise);
      expect(await codeOf(call as Promise<unknown>)).toBe(2024);
    }
    expect(dataOf('error')).toHaveLength(calls.length);
    expect(dataOf('error')[0]).toEqual({ code: 2024, message: ' | createTextMessage | ' });
  });

  it('does not look at arguments before that', async () => {
    const { client, codeOf } = createTestWorld();
    const { sdk } = client({ flavour });
    expect(await codeOf(sdk.sendMessage(undefined as never))).toBe(2024);
  });

  it('rejects logout with 2024, without ERROR', async () => {
    const { client, codeOf } = createTestWorld();
    const { sdk, names } = client({ flavour });
    expect(await codeOf(sdk.logout())).toBe(2024);
    expect(names()).toEqual([]);
  });

  it('rejects destroy with 2024, yet fires SDK_DESTROY', async () => {
    const { client, codeOf } = createTestWorld();
    const { sdk, names } = client({ flavour });
    expect(await codeOf(sdk.destroy())).toBe(2024);
    expect(names()).toEqual(['sdkDestroy']);
  });
});

describe.each(['2.x', '3.x'] as const)('login in %s', (flavour) => {
  it('resolves before SDK_READY; calls in between are refused with 3000', async () => {
    const { client, clock } = createTestWorld({ latency: 10 });
    const { sdk, names } = client({ flavour });
    const login = sdk.login(ME);
    await expect(sdk.getConversationList()).rejects.toMatchObject({ code: 3000 });
    await clock.advance(10);
    await login;
    await expect(textTo(sdk, 'alice', 'too early')).rejects.toMatchObject({ code: 3000 });
    expect(names()).not.toContain('sdkStateReady');
    await clock.advance(10);
    expect(names()).toContain('sdkStateReady');
    expect((await sdk.getConversationList()).code).toBe(0);
  });

  it('resolves with the vendor’s answer', async () => {
    const { client, run } = createTestWorld();
    const { code, data } = await run(client({ flavour }).sdk.login(ME));
    expect(code).toBe(0);
    expect(data).toMatchObject({
      actionStatus: 'OK',
      errorCode: 0,
      tinyID: '144115210000000000',
      timeStamp: 1_760_000_000,
    });
  });

  it('refuses a second login while the first runs with 2025', async () => {
    const { client, codeOf, run } = createTestWorld();
    const { sdk } = client({ flavour });
    const first = sdk.login(ME);
    expect(await codeOf(sdk.login(ME))).toBe(2025);
    expect((await run(first)).code).toBe(0);
  });

  it('resolves with repeatLogin when somebody is logged in already, whoever', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    expect((await run(sdk.login(ME))).data.repeatLogin).toBe(true);
    expect((await run(sdk.login({ userID: 'alice', userSig: 'any' }))).data.repeatLogin).toBe(true);
  });

  it('throws at bad arguments, without a code', () => {
    const { client } = createTestWorld();
    const { sdk } = client({ flavour });
    const thrown = (): unknown => {
      try {
        return sdk.login({} as never);
      } catch (error) {
        return error;
      }
    };
    expect(thrown()).toEqual(new Error('Params validate failed.'));
    expect(thrown()).not.toHaveProperty('code');
  });

  it('rejects with what the server refuses with; calls then get 3001', async () => {
    const { client, codeOf, server } = createTestWorld();
    const { sdk, names } = client({ flavour });
    server.failNext('login', { code: 70001 });
    expect(await codeOf(sdk.login(ME))).toBe(70001);
    expect(await codeOf(sdk.getConversationList())).toBe(3001);
    expect(names()).toEqual(['error']);
    expect(await codeOf(sdk.login(ME))).toBe(0);
  });

  it('rejects with 2801 after 90 s where nothing answers', async () => {
    const { client, clock, codeOf, server } = createTestWorld();
    const { sdk } = client({ flavour });
    server.hangNext('login');
    const code = codeOf(sdk.login(ME));
    await clock.advance(90_000);
    expect(await code).toBe(2801);
  });

  it('fires no MESSAGE_RECEIVED for what came before: only the unread count tells of it', async () => {
    const { client, clock, run, server } = createTestWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'before' });
    const { sdk, names, received } = client({ flavour });
    await run(sdk.login(ME));
    await clock.advance(3000);
    expect(received()).toEqual([]);
    expect(names().filter((name) => name === 'sdkStateReady')).toHaveLength(1);
    expect(sdk.getTotalUnreadMessageCount()).toBe(1);
  });
});

describe('the events of a login', () => {
  const eventsOfLogin = async (flavour: '2.x' | '3.x'): Promise<readonly string[]> => {
    const { client, clock, run, server } = createTestWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'before' });
    const { sdk, events } = client({ flavour });
    await run(sdk.login(ME));
    await clock.advance(5000);
    return events.map(({ name, at }) => `${name}@${at}`);
  };

  it('in 3.x: the list and the total, then SDK_READY, and the list again a second later', async () => {
    expect(await eventsOfLogin('3.x')).toEqual([
      'onConversationListUpdated@0',
      'onTotalUnreadMessageCountUpdated@0',
      'sdkStateReady@0',
      'onConversationListUpdated@1000',
    ]);
  });

  it('in 2.x: the total only after SDK_READY', async () => {
    expect(await eventsOfLogin('2.x')).toEqual([
      'onConversationListUpdated@0',
      'sdkStateReady@0',
      'onTotalUnreadMessageCountUpdated@0',
      'onConversationListUpdated@1000',
    ]);
  });
});

describe.each(['2.x', '3.x'] as const)('leaving in %s', (flavour) => {
  it('logout fires SDK_NOT_READY and no empty lists; calls then get 3005', async () => {
    const { clock, codeOf, connect, run, server } = createTestWorld();
    const { sdk, names } = await connect('me', { flavour });
    server.sendTexts([
      { from: 'alice', to: 'me', text: 'a' },
      { from: 'alice', to: 'me', text: 'b' },
    ]);
    await run(sdk.logout());
    await clock.advance(3000);
    expect(names().slice(names().indexOf('sdkStateNotReady'))).toEqual(['sdkStateNotReady']);
    expect(await codeOf(sdk.getConversationList())).toBe(3005);
    expect(await codeOf(sdk.logout())).toBe(2024);
  });

  it.each([
    ['multipleDevice', 3002],
    ['multipleAccount', 3003],
    ['userSigExpired', 3004],
    ['REST_API_Kick', 3006],
  ])('a kick fires KICKED_OUT with %s, then SDK_NOT_READY; calls then get %i', async (type, code) => {
    const { clock, codeOf, connect, server } = createTestWorld();
    const { sdk, names, dataOf } = await connect('me', { flavour });
    server.kick('me', type);
    await clock.advance(3000);
    expect(names().slice(0, 2)).toEqual(['kickedOut', 'sdkStateNotReady']);
    expect(dataOf('kickedOut')).toEqual([{ type }]);
    const states = type === 'REST_API_Kick' ? [{ state: 'connecting' }, { state: 'connected' }] : [];
    expect(dataOf('netStateChange')).toEqual(states);
    expect(await codeOf(sdk.getMyProfile())).toBe(code);
    expect(await codeOf(sdk.logout())).toBe(2024);
  });

  it('drops list events that were put off', async () => {
    const { clock, connect, server } = createTestWorld();
    const { names } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'a' });
    await clock.advance(10);
    server.sendText({ from: 'alice', to: 'me', text: 'b' });
    await clock.advance(10);
    server.kick('me');
    await clock.advance(3000);
    expect(names().at(-1)).toBe('sdkStateNotReady');
  });

  it('destroy fires SDK_NOT_READY, then SDK_DESTROY; calls then get 3005', async () => {
    const { codeOf, connect, run } = createTestWorld();
    const { sdk, names } = await connect('me', { flavour });
    await run(sdk.destroy());
    expect(names()).toEqual(['sdkStateNotReady', 'sdkDestroy']);
    expect(await codeOf(sdk.getConversationList())).toBe(3005);
  });

  it('lets a send in flight run into its timeout', async () => {
    const { clock, codeOf, connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    server.hangNext('sendMessage');
    const message = textTo(sdk, 'alice', 'lost');
    const code = codeOf(sdk.sendMessage(message));
    await run(sdk.logout());
    expect(message.status).toBe('unSend');
    await clock.advance(15_000);
    expect(await code).toBe(2801);
    expect(message.status).toBe('fail');
  });

  it('a new login begins with new objects of the same IDs', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk, received, forget } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    const [before] = received();
    await run(sdk.logout());
    await run(sdk.login(ME));
    await clock.advance(0);
    forget();
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(data.messageList.map(({ ID }) => ID)).toEqual([before?.ID]);
    expect(data.messageList[0]).not.toBe(before);
  });

  it('shows nothing of one account to the next', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk, received } = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'for me' });
    await clock.advance(0);
    const [mine] = received();
    await run(sdk.logout());
    await run(sdk.login({ userID: 'bob', userSig: 'any' }));
    await clock.advance(0);
    expect(sdk.findMessage(mine?.ID ?? '')).toBeNull();
    const { data } = await sdk.getConversationList();
    expect(data.conversationList.map(({ conversationID }) => conversationID)).toEqual(['GROUPg1']);
  });
});

describe('several clients of one user', () => {
  it('the second login kicks the first out, as multipleAccount', async () => {
    const { connect } = createTestWorld();
    const first = await connect('me');
    const second = await connect('me');
    expect(first.dataOf('kickedOut')).toEqual([{ type: 'multipleAccount' }]);
    expect(second.sdk.isReady?.()).toBe(true);
  });

  it('maxInstances lets more of them stay, and the oldest goes first', async () => {
    const { connect, server } = createTestWorld({ maxInstances: 2 });
    const clients = [await connect('me'), await connect('me'), await connect('me')];
    expect(clients.map(({ sdk }) => sdk.isReady?.())).toEqual([false, true, true]);
    expect(server.truth.clientCount('me')).toBe(2);
  });
});

describe('what 3.x tells of the login', () => {
  it('isReady, getLoginUser and getServerTime follow it', async () => {
    const { client, clock, codeOf, run } = createTestWorld({ clockOffset: 5000 });
    const { sdk } = client();
    expect([sdk.isReady?.(), sdk.getLoginUser?.()]).toEqual([false, '']);
    expect(await codeOf(sdk.getServerTime?.() as unknown as Promise<unknown>)).toBe(2024);
    await run(sdk.login(ME));
    await clock.advance(0);
    expect([sdk.isReady?.(), sdk.getLoginUser?.()]).toEqual([true, 'me']);
    expect(sdk.getServerTime?.()).toBe(clock.now() + 5000);
    await run(sdk.logout());
    expect([sdk.isReady?.(), sdk.getLoginUser?.()]).toEqual([false, '']);
  });
});

describe('profiles', () => {
  it('getMyProfile and getUserProfile answer the vendor’s shape, unknown users left out', async () => {
    const { connect, run } = createTestWorld();
    const { sdk } = await connect();
    expect((await sdk.getMyProfile()).data).toMatchObject({ userID: 'me', nick: 'Me', avatar: 'me.png' });
    const { data } = await run(sdk.getUserProfile({ userIDList: ['alice', 'nobody'] }));
    expect(data.map(({ userID, nick }) => [userID, nick])).toEqual([['alice', 'Alice']]);
  });
});
