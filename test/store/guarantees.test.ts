import type { Observable } from 'rxjs';
import type { Message, TimChanges, TimEvent, TimState } from 'tim-reactive';
import {
  c2cID,
  EVENT,
  groupID,
  selectConversations,
  selectMessage,
  selectTimeline,
  TYPES,
} from 'tim-reactive';
import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');

/** Waits as the browser would before its next task: longer than any microtask, while the world's clock stands still. */
const macrotask = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The SDK with its `on` and `off` counted. */
function countListeners(sdk: MemorySdk, count: { listeners: number; calls: number }): MemorySdk {
  return {
    ...sdk,
    on: (...args) => {
      count.listeners += 1;
      sdk.on(...args);
    },
    off: (...args) => {
      count.listeners -= 1;
      sdk.off(...args);
    },
    login: async (options) => {
      count.calls += 1;
      return sdk.login(options);
    },
    getMyProfile: async () => {
      count.calls += 1;
      return sdk.getMyProfile();
    },
  };
}

describe.each(flavours)(
  'G1: SDK payloads are copied before the callback returns, on $flavour',
  (sdkOptions) => {
    it('SDK payloads are copied before the SDK callback returns; later SDK mutations never reach the state', async () => {
      const { server, sdk, store, settle, texts } = await createReadyWorld({ sdk: sdkOptions });
      // Registered after the store's own listener: what it does to the SDK's object comes right after the callback.
      sdk.on(EVENT.MESSAGE_RECEIVED, ({ data }) => {
        for (const live of data as { payload: { text: string } }[]) live.payload.text = 'changed';
      });
      const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'original' });
      await settle();
      expect(texts(alice)).toEqual(['original']);
      const live = sdk.findMessage(ID);
      expect(live).not.toBeNull();
      Object.assign(live ?? {}, { isRevoked: true, nick: 'Mallory' });
      await settle();
      expect(selectMessage(store.getState(), ID)?.isRevoked).toBe(false);
    });

    it("the state's freezing never reaches the SDK", async () => {
      const { server, sdk, store, settle } = await createReadyWorld({ sdk: sdkOptions });
      const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'hello' });
      await settle(2000);
      const row = selectMessage(store.getState(), ID);
      expect([row, row?.payload, ...selectConversations(store.getState())].every(Object.isFrozen)).toBe(true);
      const live = sdk.findMessage(ID);
      expect([live, live?.payload].some(Object.isFrozen)).toBe(false);
      const { data } = await sdk.getConversationList();
      expect(data.conversationList.some(Object.isFrozen)).toBe(false);
    });
  },
);

describe('G2: one commit a flush', () => {
  it('makes one commit per flush, however many events', async () => {
    const { server, store, settle } = await createReadyWorld();
    const events: string[] = [];
    let commits = 0;
    store.streams.event$.subscribe(({ type }) => events.push(type));
    store.subscribe(() => (commits += 1));
    const from = (to: string) => (_: unknown, index: number) => ({
      from: 'alice',
      to,
      text: `${to} ${index}`,
    });
    server.sendTexts([
      ...Array.from({ length: 60 }, from('team')),
      ...Array.from({ length: 40 }, from('me')),
    ]);
    await settle();
    expect(events.filter((type) => type === 'MESSAGE_RECEIVED').length).toBeGreaterThan(1);
    expect(events.length).toBeGreaterThan(2);
    expect(commits).toBe(1);
  });

  it("resolves an action's promise after its own commit", async () => {
    const { server, store, settle, finish } = await createReadyWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'unread' });
    await settle(2000);
    const unread = (): number | undefined => store.getState().conversations.byID.get(alice)?.unreadCount;
    expect(unread()).toBe(1);
    const read = store.actions.conversations.setRead(alice).then(unread);
    expect(await finish(read)).toBe(0);
  });

  it('has an optimistic row in the state before the next macrotask', async () => {
    const { store, texts } = await createReadyWorld();
    const { ID } = store.actions.messages.sendText(alice, 'at once');
    await macrotask();
    expect(texts(alice)).toEqual(['at once']);
    expect(selectMessage(store.getState(), ID)?.status).toBe('sending');
  });

  it('joins what arrives in separate tasks into one commit a frame, if asked to, but for the own rows', async () => {
    const { clock, server, store, settle, texts } = await createReadyWorld({ store: { flush: 'frame' } });
    let commits = 0;
    store.subscribe(() => (commits += 1));
    for (let index = 0; index < 5; index++) {
      server.sendText({ from: 'alice', to: 'team', text: `${index}` });
      await clock.advance(1);
    }
    expect(commits).toBe(0);
    await settle(16);
    expect(commits).toBe(1);
    expect(texts(groupID('team'))).toHaveLength(5);
    store.actions.messages.sendText(alice, 'at once');
    await macrotask();
    expect(texts(alice)).toEqual(['at once']);
  });
});

describe('G3: a stream emits after the commit that contains its event', () => {
  it('emits on a stream after the commit that contains its event: a subscriber always sees a state that has it', async () => {
    const { server, store, settle } = await createReadyWorld();
    const seen: (string | undefined)[] = [];
    const lists: (readonly unknown[])[] = [];
    const insertions: [told: Message, found: Message | undefined][] = [];
    store.streams.messageReceived$.subscribe((messages) => {
      for (const { ID } of messages) seen.push(selectMessage(store.getState(), ID)?.ID);
    });
    store.streams.conversationListUpdated$.subscribe((rows) => {
      lists.push([rows, selectConversations(store.getState())]);
    });
    store.streams.changes$.subscribe(({ messages }) => {
      for (const { conversationID, inserted } of messages) {
        const timeline = selectTimeline(store.getState(), conversationID);
        for (const message of inserted) insertions.push([message, timeline.get(message.ID)]);
      }
    });
    const sent = server.sendTexts([
      { from: 'alice', to: 'me', text: 'one' },
      { from: 'alice', to: 'team', text: 'two' },
    ]);
    await settle(2000);
    expect(new Set(seen)).toEqual(new Set(sent.map(({ ID }) => ID)));
    expect(seen).toHaveLength(sent.length);
    expect(lists.length).toBeGreaterThan(0);
    for (const [told, found] of lists) expect(found).toEqual(told);
    expect(insertions).toHaveLength(sent.length);
    for (const [told, found] of insertions) expect(found).toBe(told);
  });
});

describe('G4: events are emitted in the order in which the SDK delivered them', () => {
  it('emits events in the order in which the SDK delivered them', async () => {
    const world = createWorld();
    const { server, sdk, store, settle } = world;
    const delivered: string[] = [];
    const emitted: string[] = [];
    for (const [type, name] of Object.entries(EVENT)) sdk.on(name, () => delivered.push(type));
    store.streams.event$.subscribe(({ type }: TimEvent) => emitted.push(type));
    await world.login();
    server.sendTexts([
      { from: 'alice', to: 'me', text: 'one' },
      { from: 'bob', to: 'team', text: 'two' },
    ]);
    await settle(500);
    const { ID } = server.sendText({ from: 'bob', to: 'me', text: 'three' });
    await settle(0);
    server.revoke(ID);
    await settle(2000);
    server.kick('me');
    await settle(2000);
    expect(delivered).toContain('MESSAGE_REVOKED');
    expect(delivered.slice(0, 2)).toEqual(['BLACKLIST_UPDATED', 'CONVERSATION_LIST_UPDATED']);
    expect(emitted).toEqual(delivered);
  });
});

describe('G5: what did not change keeps its identity', () => {
  it('keeps the identity of everything that did not change, down to the record', async () => {
    const { server, store, settle } = await createReadyWorld();
    for (const from of ['alice', 'bob']) server.sendText({ from, to: 'me', text: 'hello' });
    await settle(2000);
    const before = store.getState();
    server.sendText({ from: 'alice', to: 'me', text: 'again' });
    await settle(2000);
    const after = store.getState();
    const row = (state: TimState, userID: string) => state.conversations.byID.get(c2cID(userID));
    expect(row(after, 'alice')).not.toBe(row(before, 'alice'));
    expect(row(after, 'bob')).toBe(row(before, 'bob'));
    expect(after.conversations.byID.get(groupID('team'))).toBe(
      before.conversations.byID.get(groupID('team')),
    );
    expect(selectTimeline(after, c2cID('bob'))).toBe(selectTimeline(before, c2cID('bob')));
    expect(selectTimeline(after, alice).at(0)).toBe(selectTimeline(before, alice).at(0));
    expect(after.session).toBe(before.session);
    expect(after.profiles.byID).toBe(before.profiles.byID);
  });

  it('commits nothing for an event that changes nothing', async () => {
    const { server, sdk, store, settle } = await createReadyWorld();
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    let commits = 0;
    let events = 0;
    store.subscribe(() => (commits += 1));
    store.streams.event$.subscribe(() => (events += 1));
    const before = store.getState();
    sdk.on(EVENT.CONVERSATION_LIST_UPDATED, () => undefined);
    // A list event, though every row is as before.
    server.setRemindType('me', alice, TYPES.MSG_REMIND_ACPT_AND_NOTE);
    await settle(3000);
    expect(events).toBeGreaterThan(0);
    expect(commits).toBe(0);
    expect(store.getState()).toBe(before);
  });
});

describe('the state and what the streams emit', () => {
  it('are frozen, from the initial state on', async () => {
    const { server, store, settle, login } = createWorld();
    const emitted: object[] = [];
    store.streams.event$.subscribe((event) => {
      emitted.push(event);
      if (typeof event.data === 'object' && event.data !== null) emitted.push(event.data);
    });
    store.streams.changes$.subscribe((changes) => {
      emitted.push(changes, changes.messages, changes.history);
      emitted.push(...Object.values(changes.conversations), ...Object.values(changes.profiles));
      for (const change of changes.messages)
        emitted.push(change, change.inserted, change.updated, change.removed, change.operations);
    });
    emitted.push(store.getState(), ...Object.values(store.getState()));
    await login();
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    server.revoke(ID);
    await settle(2000);
    expect(emitted.length).toBeGreaterThan(30);
    expect(emitted.filter((value) => !Object.isFrozen(value))).toEqual([]);
  });
});

describe('streams.changes$', () => {
  it('tells what a commit changed: rows, the list, messages, histories, profiles', async () => {
    const { server, store, settle, finish } = await createReadyWorld();
    const all: TimChanges[] = [];
    store.streams.changes$.subscribe((changes) => all.push(changes));
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    const message = selectMessage(store.getState(), ID);
    expect(all.flatMap(({ messages }) => messages)).toEqual([
      {
        conversationID: alice,
        timeline: selectTimeline(store.getState(), alice),
        cause: 'live',
        inserted: [message],
        updated: [],
        removed: [],
        operations: [{ type: 'insert', index: 0, message }],
      },
    ]);
    expect(all.flatMap(({ conversations }) => conversations.added)).toEqual([alice]);
    expect(all.flatMap(({ profiles }) => profiles.added)).toEqual(['alice']);
    expect(all.some(({ conversationList }) => conversationList)).toBe(true);
    expect(all.some(({ session }) => session)).toBe(false);

    all.length = 0;
    server.revoke(ID);
    await settle();
    const revoked = selectMessage(store.getState(), ID);
    expect(all[0]?.messages).toMatchObject([
      {
        conversationID: alice,
        inserted: [],
        updated: [revoked],
        removed: [],
        operations: [{ type: 'update', index: 0, message: revoked }],
      },
    ]);

    await settle(2000);
    all.length = 0;
    await finish(store.actions.messages.load(alice));
    expect(all.map(({ history }) => history)).toEqual([[alice], [alice]]); // it began, and it came
    expect(all.some(({ conversationList }) => conversationList)).toBe(false);
  });
});

describe('subscribe with a key', () => {
  it('does not call a listener that another one unsubscribed in the same commit, nor one that it added', async () => {
    const { server, store, settle } = await createReadyWorld();
    const calls: string[] = [];
    const key = `messages:${alice}` as const;
    store.subscribe(() => {
      calls.push('first');
      unsubscribe();
      if (calls.length === 1) store.subscribe(() => calls.push('added'), key);
    }, key);
    const unsubscribe = store.subscribe(() => calls.push('second'), key);
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle();
    expect(calls).toEqual(['first']);
    server.sendText({ from: 'alice', to: 'me', text: 'again' });
    await settle();
    expect(calls).toEqual(['first', 'first', 'added']);
  });
});

describe('G6: what throws harms nobody else and is reported', () => {
  it('calls the other listeners when one throws, and reports it with the event at fault', async () => {
    const { server, store, settle, errors } = await createReadyWorld({ expectsErrors: true });
    const calls: string[] = [];
    const broken = (): never => {
      throw new Error('broken listener');
    };
    store.subscribe(broken);
    store.subscribe(broken, `messages:${alice}`);
    store.subscribe(() => calls.push('plain'));
    store.subscribe(() => calls.push('keyed'), `messages:${alice}`);
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle();
    expect(calls).toEqual(['plain', 'keyed']);
    expect(errors).toHaveLength(2);
    for (const [error, events] of errors) {
      expect(error).toMatchObject({ code: 'SUBSCRIBER_FAILED', cause: { message: 'broken listener' } });
      expect(events.map(({ type }) => type)).toContain('MESSAGE_RECEIVED');
    }
  });

  it('lets a stream go on for all when one subscriber throws, piped or not', async () => {
    const { server, store, settle, errors } = await createReadyWorld({ expectsErrors: true });
    const { map } = await import('rxjs');
    let broken = 0;
    const healthy: number[] = [];
    store.streams.messageReceived$.subscribe(() => {
      broken += 1;
      throw new Error('broken subscriber');
    });
    store.streams.messageReceived$.pipe(map((messages) => messages.length)).subscribe(() => {
      throw new Error('broken behind an operator');
    });
    store.streams.messageReceived$.subscribe((messages) => healthy.push(messages.length));
    for (let round = 0; round < 2; round++) {
      server.sendText({ from: 'alice', to: 'me', text: 'hello' });
      await settle();
    }
    expect(broken).toBe(2); // it was not thrown out
    expect(healthy).toEqual([1, 1]);
    expect(errors).toHaveLength(4);
    for (const [error, events] of errors) {
      expect(error.code).toBe('SUBSCRIBER_FAILED');
      expect(events.map(({ type }) => type)).toEqual(['MESSAGE_RECEIVED']);
    }
  });

  it('reports an operator that throws, and ends only its own chain', async () => {
    const { server, store, settle, errors } = await createReadyWorld({ expectsErrors: true });
    const { map } = await import('rxjs');
    const healthy: number[] = [];
    store.streams.messageReceived$
      .pipe(
        map(() => {
          throw new Error('broken operator');
        }),
      )
      .subscribe();
    store.streams.messageReceived$.subscribe((messages) => healthy.push(messages.length));
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle();
    expect(healthy).toEqual([1]);
    expect(errors.map(([error]) => error.cause)).toEqual([new Error('broken operator')]);
  });

  it('tries a selector that throws again at the next commit', async () => {
    const { server, store, settle, errors } = await createReadyWorld({ expectsErrors: true });
    const lengths: number[] = [];
    store
      .select((state) => {
        const { length } = selectTimeline(state, alice);
        if (length === 1) throw new Error('not one');
        return length;
      })
      .subscribe((length) => lengths.push(length));
    for (let round = 0; round < 2; round++) {
      server.sendText({ from: 'alice', to: 'me', text: 'hello' });
      await settle();
    }
    expect(lengths).toEqual([0, 2]);
    expect(errors.every(([error]) => error.code === 'SUBSCRIBER_FAILED')).toBe(true);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('reads the rest of an event of which one item cannot be read', async () => {
    const handlers: ((event: { name: string; data: unknown }) => void)[] = [];
    const { store, errors, settle } = await createReadyWorld({
      expectsErrors: true,
      wrap: (sdk) => ({
        ...sdk,
        on: (name, handler, context) => {
          if (name === EVENT.MESSAGE_RECEIVED) handlers.push(handler);
          sdk.on(name, handler, context);
        },
      }),
    });
    const good = {
      ID: 'good',
      conversationID: alice,
      from: 'alice',
      type: 'TIMTextElem',
      payload: { text: 'good' },
    };
    const name = EVENT.MESSAGE_RECEIVED;
    for (const handler of handlers)
      handler({ name, data: [null, { ID: 7 }, good, { ...good, conversationID: 'alice' }] });
    for (const handler of handlers) handler({ name, data: 'no list' });
    await settle();
    expect(
      selectTimeline(store.getState(), alice)
        .toArray()
        .map(({ ID }) => ID),
    ).toEqual(['good']);
    expect(errors.map(([error]) => error.code)).toEqual(Array(4).fill('MALFORMED_DATA'));
    expect(errors.at(-1)?.[1]).toEqual([{ type: 'MESSAGE_RECEIVED', data: 'no list' }]);
  });
});

describe('G10: construction is inert, connect is counted, dispose leaves nothing', () => {
  it('does nothing at construction', async () => {
    const count = { listeners: 0, calls: 0 };
    const { store, settle } = createWorld({ wrap: (sdk) => countListeners(sdk, count) });
    await settle(5000);
    expect(count).toEqual({ listeners: 0, calls: 0 });
    expect(store.getState()).toBe(store.getInitialState());
  });

  it('counts connections: listeners are there while one is held, one for each event', () => {
    const count = { listeners: 0, calls: 0 };
    const { store } = createWorld({ wrap: (sdk) => countListeners(sdk, count) });
    const first = store.connect();
    const second = store.connect();
    expect(count.listeners).toBe(Object.keys(EVENT).length);
    first();
    first();
    expect(count.listeners).toBe(Object.keys(EVENT).length);
    second();
    expect(count.listeners).toBe(0);
    store.connect();
    expect(count.listeners).toBe(Object.keys(EVENT).length);
  });

  it('disposes once and for all: every stream completes, no listener is left, nothing can be begun', async () => {
    const count = { listeners: 0, calls: 0 };
    const { store, settle, server } = await createReadyWorld({ wrap: (sdk) => countListeners(sdk, count) });
    const streams: readonly Observable<unknown>[] = [
      ...Object.values(store.streams),
      store.select((state) => state),
    ];
    let completed = 0;
    for (const stream of streams) stream.subscribe({ complete: () => (completed += 1) });
    const { finished } = store.actions.messages.sendText(alice, 'on its way');
    store.dispose();
    store.dispose();
    expect(completed).toBe(streams.length);
    expect(count.listeners).toBe(0);
    await expect(finished).rejects.toMatchObject({ code: 'DISPOSED' });
    const before = store.getState();
    server.sendText({ from: 'alice', to: 'me', text: 'too late' });
    await settle(2000);
    expect(store.getState()).toBe(before);
    expect(() => store.connect()).toThrow(expect.objectContaining({ code: 'DISPOSED' }));
    expect(() => store.actions.messages.sendText(alice, 'x')).toThrow(
      expect.objectContaining({ code: 'DISPOSED' }),
    );
    await expect(store.actions.session.login({ userID: 'me', userSig: 'sig' })).rejects.toMatchObject({
      code: 'DISPOSED',
    });
    let lateCompletions = 0;
    for (const stream of streams) stream.subscribe({ complete: () => (lateCompletions += 1) });
    expect(lateCompletions).toBe(streams.length);
  });
});
