import type { Message, MessageStatus } from 'tim-reactive';
import { c2cID, groupID, selectHistory, selectMessage, selectSenderName, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');

/** The statuses that a message goes through. */
function watch({ store }: World, ID: string): readonly (MessageStatus | undefined)[] {
  const statuses: (MessageStatus | undefined)[] = [];
  store.select((state) => selectMessage(state, ID)?.status).subscribe((status) => statuses.push(status));
  return statuses;
}

/** A world with this many messages in the conversation with alice and in the group, from before the login. */
async function createTalkativeWorld(
  count: number,
  sdk: (typeof flavours)[number],
  wrap: NonNullable<WorldOptions['wrap']> = (client) => client,
): Promise<World> {
  const world = createWorld({ sdk, wrap });
  for (let index = 0; index < count; index++) {
    const time = 1_759_990_000 + Math.floor(index / 3); // three a second
    const [from, to] = index % 2 === 0 ? ['alice', 'me'] : ['me', 'alice'];
    world.server.sendText({ from, to, text: `${index}`, time });
    world.server.sendText({ from: 'alice', to: 'team', text: `${index}`, time });
  }
  await world.login();
  return world;
}

/** A copy of one of the SDK's objects, which what becomes of that one does not reach. */
function cloneLive<T extends object>(live: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(live) as object) as T, live);
}

describe.each(flavours)('messages.sendText on $flavour', (sdk) => {
  it.each([alice, team])(
    'puts a row into %s at once and ends in success, under one ID',
    async (conversationID) => {
      const world = await createReadyWorld({ sdk, server: { latency: 100, clockOffset: 60_000 } });
      const { store, settle, finish } = world;
      const { ID, finished } = store.actions.messages.sendText(conversationID, 'hello', {
        cloudCustomData: 'x',
      });
      const statuses = watch(world, ID);
      await settle();
      const pending = selectMessage(store.getState(), ID);
      expect(pending).toMatchObject({
        ID,
        status: 'sending',
        flow: 'out',
        from: 'me',
        attempt: 1,
        cloudCustomData: 'x',
      });
      const sent = await finish(finished, 1000);
      expect(sent).toBe(selectMessage(store.getState(), ID));
      expect(sent).toMatchObject({ ID, status: 'success', error: undefined });
      expect(sent.time - (pending?.time ?? 0)).toBeGreaterThan(50); // the server's time took the place of the client's
      const isNumbered = [pending?.sequence, sent.sequence].join() === '0,1'; // by the server, in groups
      expect(isNumbered).toBe(conversationID === team);
      expect(statuses.filter((status) => status !== undefined)).toEqual(['sending', 'success']);
      expect(world.texts(conversationID)).toEqual(['hello']);
    },
  );

  it('ends in a typed failure when the server refuses or does not answer, and the row stays', async () => {
    const world = await createReadyWorld({ sdk });
    const { server, store, finish } = world;
    server.failNext('sendMessage', { code: 20003, message: 'no such user' });
    const refused = store.actions.messages.sendText(alice, 'refused');
    const refusal = { code: 'SDK_ERROR', sdkCode: 20003, retryable: false };
    await expect(finish(refused.finished)).rejects.toMatchObject({ name: 'TimStoreError', ...refusal });
    expect(selectMessage(store.getState(), refused.ID)).toMatchObject({ status: 'fail', error: refusal });
    server.hangNext('sendMessage');
    const lost = store.actions.messages.sendText(alice, 'lost');
    await expect(finish(lost.finished, 20_000)).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
    expect(selectMessage(store.getState(), lost.ID)?.status).toBe('fail');
    expect(world.texts(alice)).toEqual(['refused', 'lost']);
  });

  it('raises nothing when nobody looks at how it ended', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    let unhandled = 0;
    const count = (): void => void (unhandled += 1);
    process.on('unhandledRejection', count);
    server.failNext('sendMessage', { code: 20003 });
    const { ID } = store.actions.messages.sendText(alice, 'ignored');
    await settle(1000);
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.off('unhandledRejection', count);
    expect(unhandled).toBe(0);
    expect(selectMessage(store.getState(), ID)?.status).toBe('fail');
  });

  it('keeps many sends of one second in the order of writing, before and after they are sent', async () => {
    const { store, settle, texts } = await createReadyWorld({ sdk });
    const written = Array.from({ length: 20 }, (_, index) => `${index}`);
    for (const text of written) store.actions.messages.sendText(alice, text);
    await Promise.resolve();
    await settle();
    expect(texts(alice)).toEqual(written);
    await settle(2000);
    expect(texts(alice)).toEqual(written);
    expect(
      selectTimeline(store.getState(), alice)
        .toArray()
        .every(({ status }) => status === 'success'),
    ).toBe(true);
  });

  it('refuses what it cannot send, leaves the screen as it is, and goes on', async () => {
    const { store, finish, texts } = await createReadyWorld({ sdk });
    const send = store.actions.messages.sendText as (
      id: unknown,
      text: unknown,
    ) => { finished: Promise<Message> };
    const before = store.getState();
    for (const [id, text, reason] of [
      ['alice', 'x', /"alice" is not a conversation ID: use c2cID\("alice"\)/],
      [undefined, 'x', /undefined is not a conversation ID/],
      ['C2C', 'x', /is not a conversation ID/],
      [alice, '', /must be a non-empty string/],
      [alice, 7, /must be a non-empty string/],
      ['@TIM#SYSTEM', 'x', /nobody can write into @TIM#SYSTEM/],
    ] as const) {
      expect(() => send(id, text)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
      expect(() => send(id, text)).toThrow(reason);
    }
    expect(store.getState()).toBe(before);
    await finish(send(alice, 'fine').finished);
    expect(texts(alice)).toEqual(['fine']);
  });
});

describe('messages.sendText', () => {
  it('throws once, and reports nothing beside, where the message of the SDK cannot be read', async () => {
    const { store, settle, texts } = await createReadyWorld({
      wrap: (client) => ({
        ...client,
        createTextMessage: (options) =>
          Object.assign(client.createTextMessage(options), { conversationID: 'alice' }),
      }),
    });
    expect(() => store.actions.messages.sendText(alice, 'x')).toThrow(
      expect.objectContaining({ code: 'MALFORMED_DATA' }),
    );
    await settle();
    expect(texts(alice)).toEqual([]);
  });
});

describe.each(flavours)('messages.resend on $flavour', (sdk) => {
  it('sends a failed message again: the same row, a new attempt', async () => {
    const world = await createReadyWorld({ sdk });
    const { server, store, finish, texts } = world;
    server.failNext('sendMessage', { code: 20003 });
    const { ID, finished } = store.actions.messages.sendText(alice, 'again');
    const statuses = watch(world, ID);
    await expect(finish(finished)).rejects.toMatchObject({ sdkCode: 20003 });
    server.failNext('resendMessage', { code: 20004 });
    await expect(finish(store.actions.messages.resend(ID).finished)).rejects.toMatchObject({
      sdkCode: 20004,
    });
    const sent = await finish(store.actions.messages.resend(ID).finished);
    expect(sent).toMatchObject({ ID, status: 'success', attempt: 3, error: undefined });
    expect(statuses.slice(1)).toEqual(['sending', 'fail', 'sending', 'fail', 'sending', 'success']);
    await finish(store.actions.messages.load(alice));
    expect(texts(alice)).toEqual(['again']);
    expect(server.truth.messages('me', alice).map(({ text }) => text)).toEqual(['again']);
  });

  it('is not ended by a stale failure that a page of history still shows', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk, server: { latency: 100 } });
    server.failNext('sendMessage', { code: 20003 });
    const { ID, finished } = store.actions.messages.sendText(alice, 'again');
    await expect(finish(finished, 1000)).rejects.toMatchObject({ sdkCode: 20003 });
    server.hangNext('resendMessage');
    const { finished: second } = store.actions.messages.resend(ID);
    await finish(store.actions.messages.load(alice), 1000);
    expect(selectMessage(store.getState(), ID)?.status).toBe('sending');
    await settle(20_000);
    await expect(second).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('is one attempt when it is called twice at once', async () => {
    const { server, store, finish } = await createReadyWorld({ sdk });
    server.failNext('sendMessage', { code: 20003 });
    const { ID, finished } = store.actions.messages.sendText(alice, 'once');
    await expect(finish(finished)).rejects.toMatchObject({ sdkCode: 20003 });
    const first = store.actions.messages.resend(ID);
    expect(store.actions.messages.resend(ID)).toBe(first);
    expect(await finish(first.finished)).toMatchObject({ status: 'success', attempt: 2 });
    expect(server.truth.messages('me', alice)).toHaveLength(1);
  });

  it('begins another attempt even in the commit that shows how the last one failed', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    server.failNext('sendMessage', { code: 20003 });
    server.failNext('resendMessage', { code: 20003 });
    const { ID } = store.actions.messages.sendText(alice, 'stubborn');
    let tries = 0;
    store.subscribe((state) => {
      if (selectMessage(state, ID)?.status !== 'fail') return;
      tries += 1;
      store.actions.messages.resend(ID);
    });
    await settle(5000);
    expect(tries).toBe(2);
    expect(selectMessage(store.getState(), ID)).toMatchObject({ status: 'success', attempt: 3 });
  });

  it('refuses what is unknown or has not failed', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const { resend, sendText } = store.actions.messages;
    expect(() => resend('nobody')).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_MESSAGE',
        message: 'unable to resend message; the store has no message "nobody"',
      }),
    );
    const { ID, finished } = sendText(alice, 'x');
    await finish(finished);
    expect(() => resend(ID)).toThrow(/has not failed: its status is "success"/);
  });
});

describe.each(flavours)('received messages on $flavour', (sdk) => {
  it('stand once and in order, however often and in whichever order they come', async () => {
    const { server, settle, texts } = await createReadyWorld({ sdk });
    const time = 1_760_000_010;
    const sent = server.sendTexts(
      [
        ['c', 1],
        ['a', 0],
        ['b', 0],
      ].map(([text, offset]) => ({
        from: 'alice',
        to: 'me',
        text: String(text),
        time: time + Number(offset),
      })),
    );
    await settle();
    for (const { ID } of sent) server.redeliver(ID);
    await settle();
    expect(texts(alice)).toEqual(['a', 'b', 'c']);
  });

  it('come from my other devices, too, as my own', async () => {
    const { server, store, finish, settle } = await createReadyWorld({
      sdk,
      server: { maxInstances: 2 },
    });
    const phone = server.createSdk();
    await finish(phone.login({ userID: 'me', userSig: 'sig' }), 2000);
    const message = phone.createTextMessage({
      to: 'alice',
      conversationType: 'C2C',
      payload: { text: 'from my phone' },
    });
    await finish(phone.sendMessage(message));
    await settle();
    expect(selectTimeline(store.getState(), alice).toArray()).toMatchObject([
      { flow: 'out', from: 'me', status: 'success' },
    ]);
  });

  it('are marked when a peer recalls them', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'regretted' });
    await settle();
    server.revoke(ID);
    await settle();
    expect(selectMessage(store.getState(), ID)).toMatchObject({ isRevoked: true, revoker: 'alice' });
  });

  it('are marked when I sent them and the peer has read them', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    const { ID, finished } = store.actions.messages.sendText(alice, 'read me');
    await finish(finished);
    expect(selectMessage(store.getState(), ID)?.isPeerRead).toBe(false);
    server.markRead('alice', c2cID('me'));
    await settle();
    expect(selectMessage(store.getState(), ID)?.isPeerRead).toBe(true);
  });

  it('show the sender by the newest name', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    const { ID } = server.sendText({ from: 'bob', to: 'team', text: 'one' });
    await settle();
    const name = (): string | undefined => {
      const message = selectMessage(store.getState(), ID);
      return message && selectSenderName(store.getState(), message);
    };
    expect(name()).toBe('Bob');
    server.setProfile('bob', { nick: 'Robert' });
    server.sendText({ from: 'bob', to: 'team', text: 'two' });
    await settle();
    expect(name()).toBe('Robert');
  });
});

describe.each(flavours)('messages.load and loadOlder on $flavour', (sdk) => {
  it.each([alice, team])(
    'page back through %s to its beginning, without a double or a hole',
    async (conversationID) => {
      const { store, texts, finish } = await createTalkativeWorld(50, sdk);
      const { load, loadOlder } = store.actions.messages;
      const all = Array.from({ length: 50 }, (_, index) => `${index}`);
      await finish(load(conversationID));
      const first = texts(conversationID);
      expect(first.length).toBeGreaterThanOrEqual(15);
      expect(first.length).toBeLessThan(50);
      let pages = 1;
      while (!selectHistory(store.getState(), conversationID).isCompleted) {
        await finish(loadOlder(conversationID));
        pages += 1;
      }
      expect(pages).toBeGreaterThan(2);
      expect(texts(conversationID)).toHaveLength(50);
      expect(new Set(texts(conversationID))).toEqual(new Set(all));
      // In a group the server numbers; in C2C two people's messages of one second only keep each one's own order.
      expect([...texts(conversationID)].join() === all.join()).toBe(conversationID === team);
      for (const flow of ['in', 'out']) {
        const timeline = selectTimeline(store.getState(), conversationID).toArray();
        const sequences = timeline.filter((message) => message.flow === flow).map(({ sequence }) => sequence);
        expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
      }
      const before = store.getState();
      await finish(loadOlder(conversationID));
      expect(store.getState()).toBe(before);
    },
  );

  it('load the first page once, and one page for all who ask at the same time', async () => {
    let calls = 0;
    const world = await createReadyWorld({
      sdk,
      wrap: (client) => ({
        ...client,
        getMessageList: async (options) => {
          calls += 1;
          return client.getMessageList(options);
        },
      }),
    });
    const { store, finish } = world;
    const { load, loadOlder } = store.actions.messages;
    await finish(Promise.all([load(alice), loadOlder(alice), load(alice)]));
    await finish(load(alice));
    expect(calls).toBe(1);
  });

  it('neither lose nor double a message that arrives while the page loads', async () => {
    const { server, store, settle, texts } = await createReadyWorld({ sdk, server: { latency: 100 } });
    server.sendText({ from: 'alice', to: 'me', text: 'before' });
    await settle(2000);
    const page = store.actions.messages.load(alice);
    await settle(50);
    server.sendText({ from: 'alice', to: 'me', text: 'meanwhile' });
    await settle(2000);
    await page;
    expect(texts(alice)).toEqual(['before', 'meanwhile']);
  });

  it('show only what came later, when the history is cleared while a page is on its way', async () => {
    let answer = (): void => undefined;
    let calls = 0;
    const { server, store, settle, finish, texts } = await createReadyWorld({
      sdk,
      wrap: (client) => ({
        ...client,
        getMessageList: async (request) => {
          const page = await client.getMessageList(request);
          calls += 1;
          if (calls === 1) await new Promise<void>((resolve) => void (answer = resolve));
          return page;
        },
      }),
    });
    server.sendText({ from: 'alice', to: 'me', text: 'old' });
    await settle(2000);
    const page = store.actions.messages.load(alice);
    await settle(1000);
    await finish(store.actions.conversations.clearHistory(alice), 1000);
    server.sendText({ from: 'alice', to: 'me', text: 'new' });
    await settle(1000);
    answer();
    await finish(page, 1000);
    expect(texts(alice)).toEqual(['new']);
    expect(selectHistory(store.getState(), alice)).toMatchObject({ isLoaded: true, isLoading: false });
    expect(calls).toBe(2);
  });

  it('do not bring back what was deleted while the page was on its way, loaded before or not', async () => {
    let answer = (): void => undefined;
    const world = await createTalkativeWorld(3, sdk, (client) => ({
      ...client,
      getMessageList: async (request) => {
        const { data, ...rest } = await client.getMessageList(request);
        const messageList = data.messageList.map(cloneLive); // as they were then
        await new Promise<void>((resolve) => void (answer = resolve));
        return { ...rest, data: { ...data, messageList } };
      },
    }));
    const { server, store, settle, finish, texts } = world;
    const { messages } = store.actions;
    const live = server.sendText({ from: 'alice', to: 'team', text: 'live' });
    await settle(1000);
    const page = messages.load(team);
    await settle(1000);
    const hopped = await finish(messages.getHopping(team, { sequence: 2, count: 1 }), 1000);
    await finish(messages.delete([live.ID, ...hopped.messages.map(({ ID }) => ID)]), 2000);
    answer();
    await finish(page, 1000);
    expect(texts(team)).toEqual(['0', '2']);
  });

  it.each(Array.from({ length: 12 }, (_, hops) => [hops]))(
    'leave nothing behind when the account leaves %i microtasks after the answer',
    async (hops) => {
      let leave = (): void => undefined;
      const { server, store, settle } = await createReadyWorld({
        sdk,
        wrap: (client) => ({
          ...client,
          getMessageList: (request) => {
            const page = client.getMessageList(request);
            void page.then(async () => {
              for (let hop = 0; hop < hops; hop++) await Promise.resolve();
              leave();
            });
            return page;
          },
        }),
      });
      server.sendText({ from: 'alice', to: 'me', text: 'x' });
      await settle(1000);
      leave = () => void store.actions.session.logout();
      await Promise.allSettled([store.actions.messages.load(alice), settle(3000)]);
      expect(store.getState().session.userID).toBeUndefined();
      expect(selectTimeline(store.getState(), alice).length).toBe(0);
      expect(selectHistory(store.getState(), alice).isLoaded).toBe(false);
    },
  );

  it('keep the cursor of each conversation apart', async () => {
    const { store, settle, finish } = await createTalkativeWorld(40, sdk);
    const { load, loadOlder } = store.actions.messages;
    await finish(load(alice));
    const cursor = selectHistory(store.getState(), alice).nextReqMessageID;
    void loadOlder(alice);
    await finish(load(team));
    await settle();
    expect(selectHistory(store.getState(), alice).nextReqMessageID).not.toBe(cursor);
    expect(
      selectTimeline(store.getState(), alice)
        .toArray()
        .every((message) => message.conversationID === alice),
    ).toBe(true);
    expect(
      selectTimeline(store.getState(), team)
        .toArray()
        .every((message) => message.conversationID === team),
    ).toBe(true);
  });

  it('say why a page did not come, and load it when asked again', async () => {
    const { server, store, finish } = await createTalkativeWorld(20, sdk);
    server.failNext('getMessageList', { code: 10007 });
    const { load } = store.actions.messages;
    await expect(finish(load(alice))).rejects.toMatchObject({ sdkCode: 10007 });
    expect(selectHistory(store.getState(), alice)).toMatchObject({
      isLoaded: false,
      isLoading: false,
      error: { code: 'SDK_ERROR', sdkCode: 10007 },
    });
    await finish(load(alice));
    expect(selectHistory(store.getState(), alice)).toMatchObject({ isLoaded: true, error: undefined });
  });

  it('reject what is no conversation ID', async () => {
    const { store } = await createReadyWorld({ sdk });
    const load = store.actions.messages.load as (id: unknown) => Promise<void>;
    await expect(load('alice')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe.each(flavours)('a reconnect on $flavour', (sdk) => {
  it('brings what was missed, in order and once, between what was sent before and after', async () => {
    const { server, store, settle, finish, texts } = await createReadyWorld({ sdk });
    server.sendText({ from: 'alice', to: 'me', text: 'before' });
    await settle(2000);
    await finish(store.actions.messages.load(alice));
    server.network('me').cut();
    await settle(1000);
    server.sendText({ from: 'alice', to: 'me', text: 'missed' });
    server.sendText({ from: 'alice', to: 'team', text: 'missed in the group' });
    await settle(2000);
    const { finished } = store.actions.messages.sendText(alice, 'sent while cut');
    await settle(1000);
    expect(texts(alice)).toEqual(['before', 'sent while cut']);
    server.network('me').restore();
    await settle(3000);
    await finished;
    server.sendText({ from: 'alice', to: 'me', text: 'after' });
    await settle(2000);
    expect(texts(alice)).toEqual(['before', 'missed', 'sent while cut', 'after']);
    expect(texts(team)).toEqual(['missed in the group']);
    expect(server.truth.messages('me', alice).map(({ text }) => text)).toEqual([...texts(alice)]);
  });

  it('comes too late after 15 s for a send that is not to wait: it fails, and a resend gets through', async () => {
    const { server, store, settle, finish, texts } = await createReadyWorld({
      sdk,
      store: { offline: 'fail' },
    });
    const { ID, finished } = store.actions.messages.sendText(alice, 'patient');
    server.network('me').cut();
    await expect(finish(finished, 20_000)).rejects.toMatchObject({ code: 'TIMEOUT' });
    server.network('me').restore();
    await settle(2000);
    await finish(store.actions.messages.resend(ID).finished);
    expect(texts(alice)).toEqual(['patient']);
  });
});
