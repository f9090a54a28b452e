import type { KickedOutType, TimErrorInfo } from 'tim-reactive';
import { c2cID, selectFriends, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn } from '../spy-on.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const reasons: readonly KickedOutType[] = [
  TYPES.KICKED_OUT_MULT_ACCOUNT,
  TYPES.KICKED_OUT_MULT_DEVICE,
  TYPES.KICKED_OUT_USERSIG_EXPIRED,
  TYPES.KICKED_OUT_REST_API,
];

describe.each(flavours)('a kick-out on $flavour', (sdk) => {
  it.each(reasons)(
    'for the reason %s is told, ends calls, and is over with the next login',
    async (reason) => {
      const { server, store, login, settle, finish } = await createReadyWorld({ sdk });
      server.befriend('me', 'alice');
      await settle(2000);
      const types: string[] = [];
      store.streams.kickedOut$.subscribe(({ type }) => types.push(type));
      server.kick('me', reason);
      await settle(100);
      expect(store.getState().session).toMatchObject({ status: 'kickedOut', kickedOutType: reason });
      expect(types).toEqual([reason]);
      expect(selectFriends(store.getState())).toHaveLength(1);
      await expect(store.actions.friends.getList()).rejects.toMatchObject({ code: 'KICKED_OUT' });
      await login();
      expect(store.getState().session).toMatchObject({ status: 'ready', kickedOutType: undefined });
      await finish(store.actions.messages.sendText(alice, 'back').finished, 100);
    },
  );
});

describe.each(flavours)('session.destroy on $flavour', (sdk) => {
  it('logs out in the state, destroys the SDK, and ends the connection for good', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    let destroyed = 0;
    store.streams.sdkDestroy$.subscribe(() => (destroyed += 1));
    const sending = store.actions.messages.sendText(alice, 'on its way').finished;
    await finish(store.actions.session.destroy(), 100);
    await expect(sending).rejects.toMatchObject({ code: 'LOGGED_OUT' });
    await settle(2000);
    expect([destroyed, server.truth.clientCount('me')]).toEqual([1, 0]);
    expect(store.getState().session).toMatchObject({ status: 'idle', userID: undefined });
    expect(store.getState().conversations.order).toEqual([]);
    await expect(store.actions.session.login({ userID: 'me', userSig: 'sig' })).rejects.toMatchObject({
      code: 'DISPOSED',
      message: expect.stringContaining('the SDK was destroyed'),
    });
    expect(() => store.connect()).toThrow(expect.objectContaining({ code: 'DISPOSED' }));
  });

  it('destroys an SDK that nobody is logged in to, though it then says so', async () => {
    const { store, finish } = createWorld({ sdk });
    store.connect();
    await finish(store.actions.session.destroy(), 100);
    expect(store.getState().session.status).toBe('idle');
    expect(() => store.connect()).toThrow(expect.objectContaining({ code: 'DISPOSED' }));
  });

  it('leaves everything as it is where the SDK cannot be destroyed', async () => {
    const { store } = await createReadyWorld({
      sdk,
      wrap: (client) =>
        new Proxy(client, { get: (all, key) => (key === 'destroy' ? undefined : Reflect.get(all, key)) }),
    });
    const before = store.getState();
    await expect(store.actions.session.destroy()).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    expect(store.getState()).toBe(before);
  });

  it('is followed by the state, too, when the host application destroys the SDK', async () => {
    const { sdk: client, store, settle, finish } = await createReadyWorld({ sdk });
    await finish(client.destroy(), 100);
    await settle();
    expect(store.getState().session).toMatchObject({ status: 'idle', userID: undefined });
    expect(store.getState().conversations.order).toEqual([]);
    await expect(store.actions.conversations.setRead(alice)).rejects.toMatchObject({ code: 'DISPOSED' });
  });
});

describe.each(flavours)('the SDK as a whole on $flavour', (sdk) => {
  it('is told of log levels and plug-ins, logged in or not', async () => {
    const [levels, plugins] = [spyOn('setLogLevel'), spyOn('registerPlugin')];
    const { store } = createWorld({ sdk, wrap: (live) => levels.wrap(plugins.wrap(live)) });
    const { setLogLevel, registerPlugin } = store.actions.session;
    await expect(setLogLevel(1)).rejects.toMatchObject({ code: 'NOT_LOGGED_IN' });
    store.connect();
    await setLogLevel(1);
    await registerPlugin({ 'tim-upload-plugin': 'a plug-in' });
    expect([levels.calls, plugins.calls]).toEqual([[1], [{ 'tim-upload-plugin': 'a plug-in' }]]);
    await expect(setLogLevel(5)).rejects.toThrow('level must be a whole number from 0 to 4');
  });

  it('tells the server’s time, and this device’s while it knows no better', async () => {
    const { store, login, clock } = createWorld({ sdk, server: { clockOffset: 60_000 } });
    const ahead = () => store.actions.session.getServerTime() - clock.now();
    expect(ahead()).toBe(0);
    await login();
    expect(ahead()).toBe(sdk.flavour === '3.x' ? 60_000 : 0);
  });

  it('is not asked for the time before it is ready, which it would answer with an ERROR event', async () => {
    const { server, store, login } = createWorld({ sdk });
    const errors: TimErrorInfo[] = [];
    store.streams.error$.subscribe((error) => errors.push(error));
    server.befriend('me', 'alice'); // a list event before SDK_READY, whose age is noted
    await login();
    expect([selectFriends(store.getState()).length, errors]).toEqual([1, []]);
  });

  it('rejects what it lacks, and says which has it', async () => {
    const { store } = await createReadyWorld({
      sdk,
      wrap: ({ callExperimentalAPI: _lacking, ...rest }) => rest,
    });
    await expect(store.actions.session.use({})).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: 'unable to use; this SDK has no method use: @tencentcloud/lite-chat 4.x has it',
    });
    await expect(store.actions.session.callExperimentalAPI('anything')).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('@tencentcloud/chat 3.x has it'),
    });
  });

  it('answers experimental calls with a copy', async () => {
    const live = { list: [1] };
    const { store } = await createReadyWorld({
      sdk,
      wrap: (client) => ({
        ...client,
        callExperimentalAPI: async (name: string, option: unknown) => ({ data: { name, option, live } }),
      }),
    });
    const answer = await store.actions.session.callExperimentalAPI('beta', { on: true });
    expect(answer).toEqual({ name: 'beta', option: { on: true }, live });
    expect(Object.isFrozen(answer)).toBe(true);
    expect(Object.isFrozen(live)).toBe(false);
    await expect(store.actions.session.callExperimentalAPI('')).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('reports its ERROR events, as typed errors', async () => {
    const { server, sdk: client, store, settle } = createWorld({ sdk });
    const errors: TimErrorInfo[] = [];
    store.connect();
    store.streams.error$.subscribe((error) => errors.push(error));
    await settle(100);
    Promise.resolve(client.getConversationList()).catch(() => undefined); // nobody is logged in
    await settle(100);
    expect(server.truth.clientCount('me')).toBe(0);
    expect(errors).toMatchObject([{ code: 'NOT_LOGGED_IN', sdkCode: 2024, retryable: false }]);
  });
});
