import type { Message } from 'tim-reactive';
import { c2cID, groupID, selectHistory, selectMessage, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn } from '../spy-on.ts';
import type { World } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');

/** Messages of alice and of the team, received; their IDs. */
async function receive(
  { server, settle }: World,
  counts: { readonly alice?: number; readonly team?: number },
): Promise<{ readonly alice: readonly string[]; readonly team: readonly string[] }> {
  const send = (to: string, count = 0): readonly string[] =>
    Array.from({ length: count }, (_, index) => server.sendText({ from: 'alice', to, text: `${index}` }).ID);
  const IDs = { alice: send('me', counts.alice), team: send('team', counts.team) };
  await settle(1000);
  return IDs;
}

/** What the SDK was asked to delete, and when: in milliseconds since the first. */
function watchDeletions(): {
  readonly calls: { readonly at: number; readonly IDs: readonly string[] }[];
  readonly wrap: (sdk: World['sdk']) => World['sdk'];
  now: () => number;
} {
  let start: number | undefined;
  const watch = {
    calls: [] as { readonly at: number; readonly IDs: readonly string[] }[],
    now: () => 0,
    wrap: (sdk: World['sdk']): World['sdk'] => ({
      ...sdk,
      deleteMessage: (list) => {
        start ??= watch.now();
        watch.calls.push({ at: watch.now() - start, IDs: list.map(({ ID }) => ID) });
        return sdk.deleteMessage(list);
      },
    }),
  };
  return watch;
}

async function createWatchedWorld(sdk: (typeof flavours)[number]) {
  const watch = watchDeletions();
  const world = await createReadyWorld({ sdk, wrap: watch.wrap });
  watch.now = world.clock.now;
  return { ...world, calls: watch.calls };
}

describe.each(flavours)('messages.revoke on $flavour', (sdk) => {
  it.each([alice, team])(
    'shows the recall in %s when the promise resolves, though no event tells of it',
    async (id) => {
      const { store, finish, server, settle } = await createReadyWorld({ sdk });
      const { ID } = await finish(store.actions.messages.sendText(id, 'oops').finished, 1000);
      const told: unknown[] = [];
      store.streams.messageRevoked$.subscribe((data) => told.push(data));
      await finish(store.actions.messages.revoke(ID), 1000);
      expect(selectMessage(store.getState(), ID)).toMatchObject({ isRevoked: true, revoker: 'me' });
      expect(server.truth.messages('me', id)).toMatchObject([{ isRevoked: true }]);
      await settle(2000);
      expect(told).toEqual([]);
    },
  );

  it('rejects with what the server says, and changes nothing', async () => {
    const { store, finish, server } = await createReadyWorld({ sdk });
    const { ID } = await finish(store.actions.messages.sendText(alice, 'oops').finished, 1000);
    const before = store.getState().messages;
    server.failNext('revokeMessage', { code: 20016, message: 'too late' });
    await expect(finish(store.actions.messages.revoke(ID), 1000)).rejects.toMatchObject({ sdkCode: 20016 });
    expect(store.getState().messages).toBe(before);
  });

  it('takes the object that the SDK answered a send with, where that is another', async () => {
    let sent: unknown;
    const revoked: unknown[] = [];
    const { store, finish } = await createReadyWorld({
      sdk,
      wrap: (raw) => ({
        ...raw,
        sendMessage: async (...args) => {
          const { data, ...rest } = await raw.sendMessage(...args);
          const prototype = Object.getPrototypeOf(data.message) as object;
          const message = Object.assign(Object.create(prototype) as typeof data.message, data.message);
          sent = message;
          return { ...rest, data: { message } };
        },
        revokeMessage: (message) => {
          revoked.push(message);
          return raw.revokeMessage(message);
        },
      }),
    });
    const { ID } = await finish(store.actions.messages.sendText(alice, 'oops').finished, 1000);
    await finish(store.actions.messages.revoke(ID), 1000);
    expect(revoked).toHaveLength(1);
    expect(revoked[0]).toBe(sent);
  });

  it('knows only what was seen', async () => {
    const { store } = await createReadyWorld({ sdk });
    await expect(store.actions.messages.revoke('nothing')).rejects.toMatchObject({ code: 'UNKNOWN_MESSAGE' });
    await expect(store.actions.messages.revoke('')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe.each(flavours)('messages.delete on $flavour', (sdk) => {
  it('deletes the 31st message of a conversation by a second call, a second later', async () => {
    const world = await createWatchedWorld(sdk);
    const { store, settle, calls, texts } = world;
    const { alice: IDs } = await receive(world, { alice: 31 });
    const deleted = store.actions.messages.delete(IDs);
    await settle(999);
    expect(texts(alice)).toEqual(['30']); // thirty are gone, the last waits for its turn
    await settle(1);
    await deleted;
    expect(texts(alice)).toEqual([]);
    expect(calls.map(({ at, IDs: { length } }) => [at, length])).toEqual([
      [0, 30],
      [1000, 1],
    ]);
  });

  it('deletes of several conversations, each by a call of its own, a second apart', async () => {
    const world = await createWatchedWorld(sdk);
    const { store, settle, calls, texts } = world;
    const IDs = await receive(world, { alice: 2, team: 2 });
    const mixed = IDs.alice.flatMap((ID, index) => [ID, IDs.team[index] ?? '']);
    const deleted = store.actions.messages.delete(mixed);
    await settle(1000);
    await deleted;
    expect([texts(alice), texts(team)]).toEqual([[], []]);
    expect(calls).toEqual([
      { at: 0, IDs: IDs.alice },
      { at: 1000, IDs: IDs.team },
    ]);
  });

  it('lets a call wait for the one before', async () => {
    const world = await createWatchedWorld(sdk);
    const { alice: IDs } = await receive(world, { alice: 3 });
    const all = Promise.all(IDs.map((ID) => world.store.actions.messages.delete([ID])));
    await world.settle(2000);
    await all;
    expect(world.calls.map(({ at }) => at)).toEqual([0, 1000, 2000]);
  });

  it('says what went through when a part fails, and shows that much', async () => {
    const world = await createWatchedWorld(sdk);
    const { store, server, settle, texts } = world;
    const { alice: IDs } = await receive(world, { alice: 35 });
    const deleted = store.actions.messages.delete(IDs);
    const outcome = deleted.catch((error: unknown) => error);
    await settle(500);
    server.failNext('deleteMessage', { code: 10004 });
    await settle(1000);
    expect(await outcome).toMatchObject({
      code: 'PARTIAL',
      sdkCode: 10004,
      done: IDs.slice(0, 30),
      remaining: IDs.slice(30),
    });
    expect(texts(alice)).toHaveLength(5);
  });

  it('ends while it waits when its signal is aborted', async () => {
    const world = await createWatchedWorld(sdk);
    const { store, settle, calls } = world;
    const { alice: IDs } = await receive(world, { alice: 61 });
    const controller = new AbortController();
    const deleted = store.actions.messages.delete(IDs, { signal: controller.signal });
    const outcome = deleted.catch((error: unknown) => error);
    await settle(500);
    controller.abort();
    // At once, without the clock:
    expect(await outcome).toMatchObject({
      code: 'PARTIAL',
      done: IDs.slice(0, 30),
      cause: { code: 'ABORTED' },
    });
    await settle(5000);
    expect(calls).toHaveLength(1);
  });

  it('does nothing when its signal was aborted before', async () => {
    const world = await createWatchedWorld(sdk);
    const { alice: IDs } = await receive(world, { alice: 1 });
    const signal = AbortSignal.abort('enough');
    await expect(world.store.actions.messages.delete(IDs, { signal })).rejects.toMatchObject({
      code: 'ABORTED',
      cause: 'enough',
    });
    expect([world.calls, world.texts(alice)]).toEqual([[], ['0']]);
  });

  it('does not go on for another account', async () => {
    const world = await createWatchedWorld(sdk);
    const { store, settle, finish, calls } = world;
    const { alice: IDs } = await receive(world, { alice: 31 });
    const deleted = store.actions.messages.delete(IDs);
    const outcome = deleted.catch((error: unknown) => error);
    await settle(100);
    await finish(store.actions.session.logout(), 100);
    await finish(store.actions.session.login({ userID: 'bob', userSig: 'sig' }), 500);
    await settle(5000);
    expect(await outcome).toMatchObject({ code: 'PARTIAL', cause: { code: 'LOGGED_OUT' } });
    expect(calls).toHaveLength(1);
  });

  it('drops a message that was never sent without asking the server', async () => {
    const { store, server, finish, calls, texts } = await createWatchedWorld(sdk);
    server.failNext('sendMessage', { code: 20003 });
    const { ID, finished } = store.actions.messages.sendText(alice, 'lost');
    await expect(finish(finished, 1000)).rejects.toMatchObject({ sdkCode: 20003 });
    await finish(store.actions.messages.delete([ID]));
    expect([texts(alice), calls]).toEqual([[], []]);
    expect(selectMessage(store.getState(), ID)).toBeUndefined();
  });

  it('leaves what is on its way alone', async () => {
    const { store, settle, texts } = await createWatchedWorld(sdk);
    const { ID, finished } = store.actions.messages.sendText(alice, 'going');
    await Promise.resolve();
    const refused = store.actions.messages.delete([ID]);
    await expect(refused).rejects.toMatchObject({
      code: 'UNKNOWN_MESSAGE',
      message: expect.stringContaining('is on its way'),
    });
    await settle(1000);
    await finished;
    expect(texts(alice)).toEqual(['going']);
  });

  it('does not bring back what a page of history still shows', async () => {
    const world = await createReadyWorld({ sdk });
    const { alice: IDs } = await receive(world, { alice: 3 });
    await world.finish(world.store.actions.messages.delete(IDs.slice(1, 2)), 1000);
    await world.finish(world.store.actions.messages.load(alice), 1000);
    expect(world.texts(alice)).toEqual(['0', '2']);
  });

  it('refuses a list that names nothing, or nobody', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { delete: remove } = store.actions.messages;
    await expect(remove([])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(remove([''])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(remove(['nothing'])).rejects.toMatchObject({ code: 'UNKNOWN_MESSAGE' });
  });
});

describe.each(flavours)('messages.modify on $flavour', (sdk) => {
  it('changes fields of the payload, and shows the version that the server made', async () => {
    const { store, server, finish } = await createReadyWorld({ sdk });
    const { messages } = store.actions;
    const sent = await finish(messages.sendCustom(team, { data: 'one', description: 'd' }).finished, 1000);
    const modified = await finish(messages.modify(sent.ID, { payload: { data: 'two' } }), 1000);
    const change = {
      payload: { data: 'two', description: 'd', extension: '' },
      version: 1,
      isModified: true,
    };
    expect(modified).toMatchObject({ ID: sent.ID, ...change });
    expect(selectMessage(store.getState(), sent.ID)).toBe(modified);
    expect(server.truth.messages('me', team)).toMatchObject([{ payload: { data: 'two', description: 'd' } }]);
    const again = await finish(messages.modify(sent.ID, { cloudCustomData: 'x' }), 1000);
    expect(again).toMatchObject({ cloudCustomData: 'x', version: 2, payload: change.payload });
  });

  it('leaves the message alone when the server refuses', async () => {
    const { store, server, finish } = await createReadyWorld({ sdk });
    const { messages } = store.actions;
    const sent = await finish(messages.sendText(alice, 'one').finished, 1000);
    server.failNext('modifyMessage', { code: 20026 });
    await expect(finish(messages.modify(sent.ID, { payload: { text: 'two' } }), 1000)).rejects.toMatchObject({
      sdkCode: 20026,
    });
    await finish(messages.load(alice), 1000); // the SDK's own object says the same
    expect(selectMessage(store.getState(), sent.ID)).toMatchObject({ payload: { text: 'one' }, version: 0 });
  });

  it('takes the faster one of two changes', async () => {
    const { store, server, finish, settle } = await createReadyWorld({ sdk, server: { latency: 50 } });
    const sent = await finish(store.actions.messages.sendText(alice, 'one').finished, 1000);
    server.modify(sent.ID, { text: 'theirs' }); // of which this client hears 50 ms later
    const mine = store.actions.messages.modify(sent.ID, { payload: { text: 'mine' } });
    const outcome = mine.catch((error: unknown) => error);
    await settle(1000);
    expect(await outcome).toMatchObject({ sdkCode: 2480 });
    expect(selectMessage(store.getState(), sent.ID)?.payload).toEqual({ text: 'theirs' });
  });

  it('refuses what changes nothing, or is neither fields nor a text', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const { messages } = store.actions;
    const { ID } = await finish(messages.sendText(alice, 'one').finished, 1000);
    const modify = messages.modify as (ID: string, change: unknown) => Promise<Message>;
    for (const change of [
      undefined,
      {},
      { payload: 'two' },
      { cloudCustomData: 7 },
      { payload: { text: 'two' }, cloudCustomData: 7 },
    ])
      await expect(modify(ID, change)).rejects.toThrow(/give fields of the payload, or a text/);
    expect(selectMessage(store.getState(), ID)?.version).toBe(0);
  });

  it('refuses to change the payload of a file', async () => {
    const { store, sdk: raw, login, finish } = createWorld({ sdk });
    raw.registerPlugin({ 'tim-upload-plugin': class {} });
    await login();
    const { ID } = await finish(
      store.actions.messages.sendFile(alice, new File(['x'], 'a.txt')).finished,
      1000,
    );
    const change = { payload: { text: 'x' } };
    await expect(store.actions.messages.modify(ID, change)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    await expect(store.actions.messages.modify(ID, change)).rejects.toThrow(/payload of a TIMFileElem/);
  });
});

describe.each(flavours)('messages.downloadMerger on $flavour', (sdk) => {
  it('brings the messages of a large merger, for good', async () => {
    const world = await createReadyWorld({ sdk });
    const { store, server, settle, finish } = world;
    const { messages } = store.actions;
    const long = 'long '.repeat(2400);
    const { ID: inner } = server.sendText({ from: 'alice', to: 'me', text: long });
    await settle(1000);
    const merger = { IDs: [inner], title: 't', abstractList: ['a'], compatibleText: 'c' };
    const own = await finish(messages.sendMerger(team, merger).finished, 1000);
    const [stored] = server.truth.messages('me', team);
    server.send({ from: 'bob', to: 'team', type: own.type, payload: stored?.payload ?? {} });
    await settle(1000);
    const received = selectTimeline(store.getState(), team).at(-1) as Message;
    expect(received).toMatchObject({ from: 'bob', payload: { messageList: [] } });
    const list = await finish(messages.downloadMerger(received.ID), 1000);
    expect(list).toMatchObject([
      { ID: inner, messageBody: [{ type: 'TIMTextElem', payload: { text: long } }] },
    ]);
    await finish(messages.load(team), 1000);
    expect(selectMessage(store.getState(), received.ID)?.payload).toMatchObject({
      downloadKey: '',
      messageList: list,
    });
    expect(await messages.downloadMerger(received.ID)).toBe(list); // without asking again
  });
});

describe('messages.downloadMerger', () => {
  it('asks nothing for a message that is no merger: lite would ruin it', async () => {
    const { calls, wrap } = spyOn('downloadMergerMessage');
    const world = await createReadyWorld({ wrap });
    const { alice: IDs } = await receive(world, { alice: 1 });
    await expect(world.store.actions.messages.downloadMerger(IDs[0] ?? '')).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('is no merger'),
    });
    expect(calls).toEqual([]);
  });
});

describe('messages.getHopping', () => {
  const found = {
    ID: '1-2-3',
    conversationID: 'GROUPteam',
    from: 'bob',
    type: 'TIMTextElem',
    payload: { text: 'x' },
  };

  it.each([
    ['goes on where the SDK says', 0, [found], false, 7, { isCompleted: false, next: 7 }],
    ['ends where the SDK says so', 0, [found], true, '', { isCompleted: true, next: 0 }],
    ['ends at 0, where lite goes on', 0, [found], false, 0, { isCompleted: true, next: 0 }],
    ['ends behind the newest, where 3.x goes on', 1, [], false, 42, { isCompleted: true, next: 0 }],
    ['crosses an empty page of older ones', 0, [], false, 7, { isCompleted: false, next: 7 }],
  ] as const)('%s', async (_, direction, messageList, isCompleted, nextMessageSeq, page) => {
    const answer = { code: 0, data: { messageList, isCompleted, nextMessageSeq } };
    const { store, finish } = await createReadyWorld({
      wrap: (raw) => Object.assign({ ...raw }, { getMessageListHopping: () => Promise.resolve(answer) }),
    });
    expect(await finish(store.actions.messages.getHopping(team, { sequence: 9, direction }))).toMatchObject(
      page,
    );
  });
});

describe.each(flavours)('messages.getHopping on $flavour', (sdk) => {
  it('reads a page from anywhere, and leaves the timeline alone', async () => {
    const world = await createReadyWorld({ sdk });
    const { team: IDs } = await receive(world, { team: 40 });
    const before = selectTimeline(world.store.getState(), team);
    const { getHopping } = world.store.actions.messages;
    const older = await world.finish(getHopping(team, { sequence: 20, count: 5 }), 1000);
    expect(older.messages).toHaveLength(5);
    expect(older.messages.every(({ ID }) => IDs.includes(ID))).toBe(true);
    expect(older).toMatchObject({ isCompleted: false, next: expect.any(Number) });
    const newer = await world.finish(getHopping(team, { sequence: 20, direction: 1 }), 1000);
    expect(older.messages.at(-1)?.sequence).toBe(20);
    expect(newer.messages.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 15 }, (_, index) => 20 + index),
    );
    expect(selectTimeline(world.store.getState(), team)).toBe(before);
    expect(selectHistory(world.store.getState(), team).isLoaded).toBe(false);
  });

  it('refuses more than the SDK gives', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { getHopping } = store.actions.messages;
    await expect(getHopping(team, { count: 16 })).rejects.toThrow(
      /count must be a whole number from 1 to 15/,
    );
    await expect(getHopping('alice' as never)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
