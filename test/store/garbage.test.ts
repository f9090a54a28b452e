import type { TimStore, TimStoreOptions } from 'tim-reactive';
import { c2cID, createTimStore, groupID, selectMessage, selectTimeline } from 'tim-reactive';
import type { ManualClock } from 'tim-reactive/memory';
import { createManualClock } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { rawMessage } from '../../bench/raw-data.ts';
import type { ScriptedSdk } from '../../bench/scripted-sdk.ts';
import { createScriptedSdk } from '../../bench/scripted-sdk.ts';
import type { Watched } from '../garbage.ts';
import { createWatch } from '../garbage.ts';
import { createReadyWorld as createEmbeddedWorld } from '../world.ts';

const team = groupID('team');

interface World {
  readonly scripted: ScriptedSdk;
  readonly store: TimStore;
  readonly settle: (ms?: number) => Promise<void>;
  /** What the store made of what came, and the SDK's objects that came: neither may be held when it is over. */
  readonly copies: Watched;
  readonly lives: Watched;
  /** Lets so many messages come, from some number on. */
  readonly receive: (first: number, count: number) => Promise<void>;
}

/** A store in which somebody is ready, over an SDK that keeps nothing. */
async function createReadyWorld(options: Omit<TimStoreOptions, 'sdk'> = {}): Promise<World> {
  const clock = createManualClock();
  const scripted = createScriptedSdk({ conversations: [] });
  const store = createTimStore({ sdk: scripted.sdk, clock, ...options });
  const lives = createWatch();
  const copies = createWatch();
  const settle = settleOn(clock);
  const login = store.actions.session.login({ userID: 'me', userSig: 'sig' });
  await settle();
  await settle();
  await login;
  return {
    scripted,
    store,
    settle,
    copies,
    lives,
    receive: async (first, count) => {
      for (let number = first; number < first + count; number++) {
        const { ID } = announce(scripted, lives, number);
        await clock.advance(0);
        copies.watch(selectMessage(store.getState(), ID) ?? {});
      }
      copies.watch(selectTimeline(store.getState(), team));
    },
  };
}

/** A function of its own: one of `createReadyWorld` would hold the store. */
function settleOn(clock: ManualClock): World['settle'] {
  return async (ms = 0) => {
    await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(ms);
  };
}

function announce(scripted: ScriptedSdk, lives: Watched, number: number): { readonly ID: string } {
  const live = lives.watch(rawMessage(number, { conversationID: team }));
  scripted.emit('MESSAGE_RECEIVED', [live]);
  return { ID: live.ID };
}

/** Subscribes in every way, to what does not change meanwhile, too. */
function subscribe({ select, subscribe: listen, streams }: TimStore): void {
  listen(() => undefined);
  listen(() => undefined, `messages:${team}`);
  listen(() => undefined, `conversation:${c2cID('nobody')}`);
  select((state) => state.messages.timelines).subscribe();
  select(selectTimeline, team).subscribe();
  streams.event$.subscribe();
  streams.changes$.subscribe();
}

describe('what the store does not hold', () => {
  it('is itself and its messages, once it is disposed, while SDK and clock live on', async () => {
    const stores = createWatch();
    const { scripted, settle, copies, lives } = await (async () => {
      const world = await createReadyWorld();
      subscribe(stores.watch(world.store));
      await world.receive(0, 100);
      expect(await world.lives.left(100)).toBe(100);
      world.store.dispose();
      return { ...world, store: undefined, receive: undefined };
    })();
    await settle(60_000);
    expect([await stores.left(), await copies.left(), await lives.left()]).toEqual([0, 0, 0]);
    expect(scripted.sdk).toBeDefined();
  });

  it('is what an account had, once it is logged out', async () => {
    const { store, settle, receive, copies, lives } = await createReadyWorld();
    await receive(0, 50);
    subscribe(store); // some of these are never called again
    await receive(50, 50);
    expect(await copies.left(100)).toBeGreaterThanOrEqual(100);
    await store.actions.session.logout();
    await settle(60_000);
    expect([await copies.left(), await lives.left()]).toEqual([0, 0]);
    expect(store.getState().messages.index.size).toBe(0);
  });

  it('is what retention dropped', async () => {
    const { store, receive, copies, lives } = await createReadyWorld({ retention: { messages: 50 } });
    await receive(0, 1);
    subscribe(store);
    await receive(1, 3000);
    const { length } = selectTimeline(store.getState(), team);
    expect(length).toBeLessThanOrEqual(50);
    expect(await copies.left(length + 1)).toBeLessThanOrEqual(length + 1); // with the timeline
    expect(await lives.left(1200)).toBeLessThanOrEqual(1200); // those of some that are not there, too
  });

  it('is what was sent, once retention dropped it', async () => {
    const { store, settle } = await createEmbeddedWorld({ store: { retention: { messages: 50 } } });
    const sends = createWatch();
    for (let number = 0; number < 200; number++) {
      const handle = sends.watch(store.actions.messages.sendText(team, `${number}`));
      await settle(100);
      sends.watch(await handle.finished);
    }
    const { length } = selectTimeline(store.getState(), team);
    expect(length).toBeLessThanOrEqual(50);
    expect(await sends.left(length + 1)).toBeLessThanOrEqual(length + 1);
  });

  it('is what was deleted, but for what says so', async () => {
    const { store, settle, receive, copies, lives } = await createReadyWorld();
    await receive(0, 90);
    const IDs = [...selectTimeline(store.getState(), team)].slice(1).map(({ ID }) => ID);
    const deleted = store.actions.messages.delete(IDs);
    await settle(5000);
    await deleted;
    expect(selectTimeline(store.getState(), team).length).toBe(1);
    expect([await copies.left(1), await lives.left(1)]).toEqual([1, 1]);
  });

  it('is what was cleared', async () => {
    const { store, settle, receive, copies } = await createReadyWorld();
    await receive(0, 90);
    await store.actions.conversations.clearHistory(team);
    await settle();
    expect([await copies.left(), store.getState().messages.index.size]).toEqual([0, 0]);
  });
});
