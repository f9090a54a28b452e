import { c2cID, createTimStore, groupID, selectMessage, TimStoreError } from 'tim-reactive';
import type { SessionStatus, TimState } from 'tim-reactive';
import { createMemoryServer } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');

describe.each(flavours)('session.login on $flavour', (sdk) => {
  it('resolves when the SDK is ready, not merely logged in, with the conversation list in the state', async () => {
    const { server, sdk: client, store, settle } = createWorld({ sdk, server: { latency: 50 } });
    server.sendText({ from: 'alice', to: 'me', text: 'before the login' });
    const statuses: SessionStatus[] = [];
    store.select((state) => state.session.status).subscribe((status) => statuses.push(status));
    let isSdkReady = false;
    client.on('sdkStateReady', () => (isSdkReady = true));
    const login = store.actions.session.login({ userID: 'me', userSig: 'sig' }).then(() => {
      expect(isSdkReady).toBe(true);
      expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me', network: 'connected' });
      expect(store.getState().conversations.isLoaded).toBe(true);
      // How many are unread the SDK says a moment later.
      expect(store.getState().conversations.byID.get(alice)).toBeDefined();
    });
    await settle(2000);
    await login;
    expect(store.getState().conversations.byID.get(alice)?.unreadCount).toBe(1);
    expect(statuses).toEqual(['idle', 'connecting', 'syncing', 'ready']);
  });

  it('is one call for the same user while it runs, and resolves at once when the user is ready already', async () => {
    const { server, store, login, finish } = createWorld({ sdk });
    const options = { userID: 'me', userSig: 'sig' };
    const both = [store.actions.session.login(options), store.actions.session.login(options)];
    await expect(store.actions.session.login({ ...options, userID: 'bob' })).rejects.toMatchObject({
      code: 'NOT_READY',
    });
    await finish(Promise.all(both), 2000);
    server.failNext('login', { code: 70001 });
    await login();
    expect(store.getState().session.status).toBe('ready');
  });

  it('rejects with what the server refused, and can be tried again', async () => {
    const { server, store, login } = createWorld({ sdk });
    server.failNext('login', { code: 70001, message: 'signature expired' });
    await expect(login()).rejects.toMatchObject({ code: 'SDK_ERROR', sdkCode: 70001 });
    expect(store.getState().session).toMatchObject({ status: 'idle', userID: undefined });
    await login();
    expect(store.getState().session.status).toBe('ready');
  });

  it('logs another account out first', async () => {
    const { server, store, login } = await createReadyWorld({ sdk });
    await login('bob');
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'bob' });
    expect([server.truth.clientCount('me'), server.truth.clientCount('bob')]).toEqual([0, 1]);
  });

  it('notices that the SDK was logged in as somebody else, whom it would keep', async () => {
    const { sdk: client, server, store, login, settle } = createWorld({ sdk });
    void client.login({ userID: 'bob', userSig: 'sig' });
    await settle(2000);
    await login('me');
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me' });
    expect([server.truth.clientCount('me'), server.truth.clientCount('bob')]).toEqual([1, 0]);
  });

  it('waits for a logout that is still running, of the same user or another', async () => {
    for (const userID of ['me', 'bob']) {
      const { server, store, finish } = await createReadyWorld({ sdk, server: { latency: 100 } });
      const logout = store.actions.session.logout();
      await finish(Promise.all([logout, store.actions.session.login({ userID, userSig: 'sig' })]), 3000);
      expect(store.getState().session).toMatchObject({ status: 'ready', userID });
      expect(server.truth.clientCount(userID)).toBe(1);
      await finish(store.actions.messages.sendText(alice, 'works').finished, 1000);
    }
  });

  it('refuses malformed options with what is wrong', async () => {
    const { store } = createWorld({ sdk });
    const login = store.actions.session.login as (options: unknown) => Promise<void>;
    for (const options of [
      undefined,
      {},
      { userID: 'me' },
      { userID: '', userSig: 'x' },
      { userID: 7, userSig: 'x' },
    ]) {
      await expect(login(options)).rejects.toThrow(/^unable to log in; user(ID|Sig) must be/);
    }
    expect(store.getState()).toBe(store.getInitialState());
  });
});

describe.each(flavours)('connect on $flavour', (sdk) => {
  it('takes over an SDK that is logged in and ready already', async () => {
    const { server, sdk: client, store, errors, settle, finish } = createWorld({ sdk });
    server.sendText({ from: 'alice', to: 'me', text: 'unread' });
    await finish(client.login({ userID: 'me', userSig: 'sig' }), 5000);
    store.connect();
    await settle();
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me' });
    expect(store.getState().conversations.totalUnreadCount).toBe(1);
    await finish(store.actions.messages.sendText(alice, 'works').finished);
    expect(errors).toEqual([]);
  });

  it('waits for an SDK that is on its way, and finds out whose account it is', async () => {
    const { sdk: client, store, settle } = createWorld({ sdk, server: { latency: 100 } });
    store.connect();
    await settle();
    expect(store.getState().session.status).toBe('idle');
    void client.login({ userID: 'me', userSig: 'sig' });
    await settle(3000);
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me' });
    expect(store.getState().conversations.isLoaded).toBe(true);
  });

  it('shows no ERROR event for its own question whether somebody is logged in', async () => {
    const { store, settle } = createWorld({ sdk });
    let errors = 0;
    store.streams.error$.subscribe(() => (errors += 1));
    store.connect();
    await settle(2000);
    expect(errors).toBe(0);
    expect(store.getState().session.status).toBe('idle');
  });
});

describe.each(flavours)('an account that the host application logs in and out itself, on $flavour', (sdk) => {
  const hostLogin = { userID: 'me', userSig: 'sig' };

  it('is looked at afresh after nobody listened for a while: what was missed is there', async () => {
    const { server, sdk: client, store, settle, finish, texts } = createWorld({ sdk });
    server.sendText({ from: 'alice', to: 'me', text: 'before' });
    await finish(client.login(hostLogin), 5000);
    const release = store.connect();
    await settle();
    await finish(store.actions.messages.load(alice));
    release();
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    await settle(2000);
    store.connect();
    await settle();
    expect(store.getState().messages.history.get(alice)).toBeUndefined();
    server.sendText({ from: 'alice', to: 'me', text: 'after' });
    await settle(2000);
    await finish(store.actions.messages.load(alice));
    expect(texts(alice)).toEqual(['before', 'missed', 'after']);
  });

  it('is connected again if the network came back while nobody listened', async () => {
    const { server, sdk: client, store, settle, finish } = createWorld({ sdk });
    await finish(client.login(hostLogin), 5000);
    const release = store.connect();
    await settle();
    server.network(client).cut();
    await settle(30_000);
    expect(store.getState().session.network).not.toBe('connected');
    release();
    server.network(client).restore();
    await settle(30_000);
    store.connect();
    await settle(1000);
    expect(store.getState().session).toMatchObject({ status: 'ready', network: 'connected' });
  });

  it('is gone from the state if it was logged out while nobody listened', async () => {
    const { server, sdk: client, store, settle, finish } = createWorld({ sdk });
    server.sendText({ from: 'alice', to: 'me', text: 'secret' });
    await finish(client.login(hostLogin), 5000);
    const release = store.connect();
    await settle();
    release();
    await finish(client.logout());
    store.connect();
    await settle();
    expect(store.getState().session).toMatchObject({ status: 'idle', userID: undefined });
    expect(store.getState().conversations.byID.size).toBe(0);
  });

  it('is not taken over by a connection that was released meanwhile', async () => {
    const { sdk: client, store, settle, finish } = createWorld({ sdk });
    await finish(client.login(hostLogin), 5000);
    store.connect()();
    await settle(1000);
    expect(store.getState()).toBe(store.getInitialState());
  });

  it('is `notReady` with its data once it is logged out, and makes room for the next', async () => {
    const { server, sdk: client, store, settle, finish } = createWorld({ sdk, server: { latency: 50 } });
    store.connect();
    await finish(client.login(hostLogin), 5000);
    server.sendText({ from: 'alice', to: 'me', text: 'secret' });
    await settle(2000);
    server.hangNext('sendMessage');
    const { finished } = store.actions.messages.sendText(alice, 'on its way');
    await finish(client.logout(), 1000);
    await expect(finished).rejects.toMatchObject({ code: 'NOT_READY' });
    expect(store.getState().session).toMatchObject({ status: 'notReady', userID: 'me' });
    expect(store.getState().messages.timelines.get(alice)?.length).toBe(2);
    const ready: (string | undefined)[] = [];
    store.streams.sdkReady$.subscribe(({ userID }) => ready.push(userID));
    await finish(client.login({ ...hostLogin, userID: 'bob' }), 5000);
    expect(ready).toEqual([sdk.flavour === '3.x' ? 'bob' : undefined]);
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'bob' });
    expect(store.getState().messages.timelines.size).toBe(0);
  });
});

describe('dispose', () => {
  it.each([0, 1, 2, 5, 12])(
    'ends a login that began %i turns before, and nothing is called after',
    async (turns) => {
      for (const { flavour } of flavours) {
        let calls = 0;
        const { store, settle } = createWorld({
          sdk: { flavour },
          server: { latency: 50 },
          wrap: (client) => ({
            ...client,
            login: async (options) => {
              calls += 1;
              return client.login(options);
            },
          }),
        });
        const login = store.actions.session.login({ userID: 'me', userSig: 'sig' });
        login.catch(() => undefined);
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        const before = calls;
        store.dispose();
        await settle(5000);
        await expect(login).rejects.toMatchObject({ name: 'TimStoreError', code: 'DISPOSED' });
        expect(calls).toBe(before);
        expect(() => store.actions.messages.resend('any')).toThrow(
          expect.objectContaining({ code: 'DISPOSED' }),
        );
      }
    },
  );
});

describe('a logout', () => {
  it('refuses in the same moment what would come after it, though the state does not show it yet', async () => {
    const { store, settle } = await createReadyWorld();
    const logout = store.actions.session.logout();
    expect(store.getState().session.status).toBe('ready');
    const refusal = { code: 'LOGGED_OUT' };
    expect(() => store.actions.messages.sendText(alice, 'late')).toThrow(expect.objectContaining(refusal));
    await expect(store.actions.messages.load(alice)).rejects.toMatchObject(refusal);
    await settle(2000);
    await logout;
    expect(store.getState().messages.timelines.size).toBe(0);
    expect(store.getState().messages.history.size).toBe(0);
  });

  it('overtakes a login that is still running, and a login after it is another one', async () => {
    const { server, store, settle } = createWorld({ server: { latency: 100 } });
    const login = async (): Promise<void> => store.actions.session.login({ userID: 'me', userSig: 'sig' });
    const first = login().catch((error: unknown) => error);
    await settle(10);
    const logout = store.actions.session.logout();
    const second = login();
    await settle(5000);
    expect(await first).toMatchObject({ code: 'LOGGED_OUT' });
    await logout;
    await second;
    expect(store.getState().session).toMatchObject({ status: 'ready', userID: 'me' });
    expect(server.truth.clientCount('me')).toBe(1);
  });
});

describe('a kick-out', () => {
  it.each(['multipleAccount', 'multipleDevice', 'userSigExpired', 'REST_API_Kick'] as const)(
    'by %s stays until the next login, through SDK_NOT_READY and a failed attempt',
    async (type) => {
      const { server, store, login, settle } = await createReadyWorld();
      server.kick('me', type);
      await settle(2000);
      const kicked = { status: 'kickedOut', kickedOutType: type, userID: 'me' };
      expect(store.getState().session).toMatchObject(kicked);
      expect(() => store.actions.messages.sendText(alice, 'x')).toThrow(
        expect.objectContaining({ code: 'KICKED_OUT' }),
      );
      server.failNext('login', { code: 70001 });
      await expect(login()).rejects.toThrow(TimStoreError);
      expect(store.getState().session).toMatchObject(kicked);
      await login();
      expect(store.getState().session).toMatchObject({ status: 'ready', kickedOutType: undefined });
    },
  );
});

describe('network', () => {
  it('follows the SDK', async () => {
    const { server, store, settle } = await createReadyWorld();
    const states: string[] = [];
    store.select((state) => state.session.network).subscribe((state) => states.push(state));
    server.network('me').cut();
    await settle();
    server.network('me').restore();
    await settle();
    expect(states).toEqual(['connected', 'disconnected', 'connecting', 'connected']);
    expect(store.getState().session.status).toBe('ready');
  });
});

describe('G7: nothing crosses accounts', () => {
  const empty = (state: TimState): readonly number[] => [
    state.conversations.byID.size,
    state.conversations.order.length,
    state.conversations.totalUnreadCount,
    state.messages.timelines.size,
    state.messages.history.size,
    state.profiles.byID.size,
  ];
  const nothing = [0, 0, 0, 0, 0, 0];

  it('empties everything but the session at logout, in one commit, in which sends in flight end with LOGGED_OUT', async () => {
    const { server, store, settle, finish } = await createReadyWorld({ server: { latency: 1000 } });
    server.sendText({ from: 'alice', to: 'me', text: 'secret' });
    await settle(3000);
    const { finished } = store.actions.messages.sendText(alice, 'on its way');
    await settle(10);
    const commits: (readonly number[])[] = [];
    const failed: string[] = [];
    store.streams.changes$.subscribe(({ messages }) =>
      failed.push(...messages.flatMap(({ removed }) => removed.map(({ status }) => status))),
    );
    store.subscribe((state) => commits.push(empty(state)));
    expect(empty(store.getState())).not.toEqual(nothing);
    const logout = store.actions.session.logout();
    await expect(finish(finished)).rejects.toMatchObject({ code: 'LOGGED_OUT' });
    expect(commits).toEqual([nothing]);
    expect(failed).toEqual(['success', 'sending']); // both rows left with that commit
    await finish(logout, 3000);
    expect(store.getState().session).toMatchObject({ status: 'idle', userID: undefined });
    expect(empty(store.getState())).toEqual(nothing); // no throttled list event of the last account came after
  });

  it("empties everything at another user's login, before anything of theirs arrives", async () => {
    const { server, store, settle, login } = await createReadyWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'secret' });
    await settle(2000);
    server.kick('me');
    await settle();
    const { clientCount } = server.truth;
    expect(clientCount('me')).toBe(0);
    const leaks: string[] = [];
    store.subscribe((state) => {
      if (state.session.userID === 'bob')
        leaks.push(...[...state.conversations.byID].map(([id]) => id).filter((id) => id === alice));
    });
    await login('bob');
    expect(leaks).toEqual([]);
    expect(store.getState().messages.timelines.size).toBe(0);
  });

  it('lets no result of a call begun before land after', async () => {
    const { server, store, settle, login } = await createReadyWorld({ server: { latency: 500 } });
    server.sendText({ from: 'alice', to: 'me', text: 'secret' });
    await settle(3000);
    const page = store.actions.messages.load(alice).catch((error: unknown) => error);
    const read = store.actions.conversations.setRead(alice).catch((error: unknown) => error);
    await settle(10);
    void store.actions.session.logout();
    await settle(2000);
    expect(await Promise.all([page, read])).toMatchObject([{ code: 'LOGGED_OUT' }, { code: 'LOGGED_OUT' }]);
    expect(empty(store.getState())).toEqual(nothing);
    await login('bob');
    await settle(5000);
    expect(store.getState().messages.timelines.size).toBe(0);
    expect(store.getState().messages.history.size).toBe(0);
  });

  it('lets no answer land that a logout follows within a few microtasks', async () => {
    for (let steps = 0; steps < 14; steps += 1) {
      let isAnswered = false;
      const { store, settle } = await createReadyWorld({
        wrap: (client) =>
          ({
            ...client,
            getFriendList: async () => {
              isAnswered = true;
              return { code: 0, data: [{ userID: 'alice', profile: { userID: 'alice', nick: 'Alice' } }] };
            },
          }) as unknown as typeof client,
      });
      store.actions.friends.getList().catch(() => undefined);
      while (!isAnswered) await Promise.resolve();
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      void store.actions.session.logout();
      await settle(3000);
      expect(empty(store.getState())).toEqual(nothing);
      expect(store.getState().friends.byID.size).toBe(0);
    }
  });

  it("keeps the account's own data on screen after a kick-out, and ends writes and sends", async () => {
    const { server, store, settle, texts, errors } = await createReadyWorld({ server: { latency: 500 } });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(3000);
    server.hangNext('sendMessage');
    server.hangNext('getMessageList');
    const { ID, finished } = store.actions.messages.sendText(alice, 'on its way');
    const page = store.actions.messages.load(alice);
    page.catch(() => undefined);
    await settle(10);
    server.kick('me');
    await settle(3000);
    await expect(finished).rejects.toMatchObject({ code: 'KICKED_OUT' });
    await expect(page).rejects.toMatchObject({ code: 'KICKED_OUT' });
    expect(texts(alice)).toEqual(['hello', 'on its way']);
    expect(selectMessage(store.getState(), ID)).toMatchObject({
      status: 'fail',
      error: { code: 'KICKED_OUT' },
    });
    expect(store.getState().messages.history.get(alice)).toMatchObject({ isLoading: false });
    await expect(store.actions.conversations.setRead(alice)).rejects.toMatchObject({ code: 'KICKED_OUT' });
    expect(errors).toEqual([]);
  });

  it("keeps unsent messages over a kick-out and the same user's login, and drops them at another's", async () => {
    const { server, store, settle, login, finish, texts } = await createReadyWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await finish(store.actions.messages.load(alice));
    server.failNext('sendMessage', { code: 20003 });
    const { ID, finished } = store.actions.messages.sendText(alice, 'kept');
    await expect(finish(finished)).rejects.toMatchObject({ sdkCode: 20003 });
    server.kick('me');
    await settle();
    await login('me');
    expect(texts(alice)).toEqual(['kept']); // the rest is paged anew
    expect(store.getState().messages.history.get(alice)).toBeUndefined();
    await finish(store.actions.messages.resend(ID).finished);
    await finish(store.actions.messages.load(alice));
    expect(texts(alice)).toEqual(['hello', 'kept']);

    server.failNext('sendMessage', { code: 20003 });
    await expect(finish(store.actions.messages.sendText(alice, 'dropped').finished)).rejects.toMatchObject({
      sdkCode: 20003,
    });
    await login('bob');
    await login('me');
    expect(texts(alice)).toEqual([]);
  });

  it('empties the state at once at a kick-out, if asked to', async () => {
    const { server, store, settle } = await createReadyWorld({ store: { clearOnKick: true } });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    server.kick('me');
    await settle(2000);
    expect(store.getState().session.status).toBe('kickedOut');
    expect(empty(store.getState())).toEqual(nothing);
  });

  it('keeps two stores of one page apart, each on its own client', async () => {
    const one = await createReadyWorld();
    const other = createTimStore({ sdk: one.server.createSdk(), clock: one.clock });
    await one.finish(other.actions.session.login({ userID: 'bob', userSig: 'sig' }), 2000);
    one.server.sendText({ from: 'alice', to: 'bob', text: 'for bob' });
    await one.settle(2000);
    expect(one.texts(alice)).toEqual([]);
    expect(other.getState().messages.timelines.get(alice)?.length).toBe(1);
  });

  it('receives the same messages in two stores that share one client', async () => {
    const { server, sdk, clock, store, settle } = await createReadyWorld();
    const other = createTimStore({ sdk, clock });
    other.connect();
    await settle();
    server.sendText({ from: 'bob', to: 'team', text: 'to all' });
    await settle(2000);
    const length = (state: TimState): number | undefined =>
      state.messages.timelines.get(groupID('team'))?.length;
    expect([length(store.getState()), length(other.getState())]).toEqual([1, 1]);
  });
});

describe('createTimStore', () => {
  it.each([
    [undefined, /undefined/],
    [null, /null/],
    ['sdk', /string/],
    [{}, /object/],
    [{ create: () => undefined }, /namespace/],
    [{ login: () => undefined, on: () => undefined }, /it lacks off, logout, getMyProfile/],
  ])('refuses %o as `sdk`, and says what to pass', (sdk, found) => {
    const create = createTimStore as (options: unknown) => unknown;
    const attempt = (): unknown => create({ sdk });
    expect(attempt).toThrow(expect.objectContaining({ name: 'TimStoreError', code: 'INVALID_SDK' }));
    expect(attempt).toThrow(/^unable to use `sdk`/);
    expect(attempt).toThrow(found);
  });

  it('calls a function given as `sdk` at the first connect, once', () => {
    let made = 0;
    const server = createMemoryServer();
    const store = createTimStore({
      sdk: () => {
        made += 1;
        return server.createSdk();
      },
    });
    expect(made).toBe(0);
    store.connect()();
    store.connect()();
    expect(made).toBe(1);
  });

  it('reports what such a function throws, or answers wrongly, when it is called', () => {
    const cause = new Error('no window');
    const throwing = createTimStore({
      sdk: () => {
        throw cause;
      },
    });
    expect(() => throwing.connect()).toThrow(expect.objectContaining({ code: 'INVALID_SDK', cause }));
    const create = createTimStore as (options: unknown) => ReturnType<typeof createTimStore>;
    expect(() => create({ sdk: () => 7 }).connect()).toThrow(
      expect.objectContaining({ code: 'INVALID_SDK' }),
    );
  });

  it('refuses every call before a login, and goes on', async () => {
    const { store, login, texts, finish } = createWorld();
    const { messages, conversations, session } = store.actions;
    const refused = { code: 'NOT_LOGGED_IN' };
    expect(() => messages.sendText(alice, 'x')).toThrow(expect.objectContaining(refused));
    await expect(messages.load(alice)).rejects.toMatchObject(refused);
    await expect(messages.loadOlder(alice)).rejects.toMatchObject(refused);
    await expect(conversations.setRead(alice)).rejects.toMatchObject(refused);
    await expect(session.logout()).rejects.toMatchObject(refused);
    const release = store.connect();
    expect(() => messages.sendText(alice, 'x')).toThrow(expect.objectContaining(refused));
    await expect(messages.load(alice)).rejects.toMatchObject(refused);
    release();
    await login();
    await finish(messages.sendText(alice, 'works').finished);
    expect(texts(alice)).toEqual(['works']);
  });
});
