import type { ConversationID, TimStore, TimStoreOptions } from 'tim-reactive';
import { createTimStore, selectTimeline } from 'tim-reactive';
import type {
  ManualClock,
  MemorySdk,
  MemorySdkOptions,
  MemoryServer,
  MemoryServerOptions,
} from 'tim-reactive/memory';
import { createManualClock, createMemoryServer } from 'tim-reactive/memory';
import { onTestFinished } from 'vitest';

/** A server with `me`, `alice` and `bob`, a group `team` of the three, and a store of one client, on a clock moved by hand. */
export interface World {
  readonly clock: ManualClock;
  readonly server: MemoryServer;
  readonly sdk: MemorySdk;
  readonly store: TimStore;
  /** What `onError` was told; at the end of the test nothing, unless the world `expectsErrors`. */
  readonly errors: Parameters<NonNullable<TimStoreOptions['onError']>>[];
  readonly login: (userID?: string) => Promise<void>;
  /** Lets everything happen that takes no time, or `ms` of the clock. */
  readonly settle: (ms?: number) => Promise<void>;
  /** Awaits a promise while the clock moves on. */
  readonly finish: <T>(promise: Promise<T>, ms?: number) => Promise<T>;
  readonly texts: (conversationID: ConversationID) => readonly string[];
}

/** How the world is made; `wrap` may put something between the store and the SDK. */
export interface WorldOptions {
  readonly sdk?: MemorySdkOptions;
  readonly server?: MemoryServerOptions;
  readonly store?: Omit<TimStoreOptions, 'sdk'>;
  readonly wrap?: (sdk: MemorySdk) => MemorySdk;
  /** Whether the test looks at `errors` by itself, rather than that any of them fails it. */
  readonly expectsErrors?: boolean;
}

/** Makes a world in which nobody has logged in. */
export function createWorld(options: WorldOptions = {}): World {
  const clock = createManualClock();
  const server = createMemoryServer({ clock, ...options.server });
  server.addUser('me', { nick: 'Me' });
  server.addUser('alice', { nick: 'Alice' });
  server.addUser('bob', { nick: 'Bob' });
  server.addGroup('team', { ownerID: 'alice', memberIDs: ['me', 'bob'], name: 'The team' });
  const raw = server.createSdk(options.sdk);
  const sdk = options.wrap?.(raw) ?? raw;
  const errors: World['errors'] = [];
  const store = createTimStore({
    sdk,
    clock,
    onError: (...reported) => errors.push(reported),
    ...options.store,
  });
  onTestFinished(() => {
    if (errors.length > 0 && options.expectsErrors !== true) {
      const reported = errors.map(([error]) => error);
      throw new AggregateError(reported, `errors were reported: ${reported.join('; ')}`);
    }
  });
  const finish: World['finish'] = async (promise, ms = 0) => {
    promise.catch(() => undefined); // it may reject while the clock still moves
    await clock.advance(ms);
    return promise;
  };
  return {
    clock,
    server,
    sdk,
    store,
    errors,
    finish,
    settle: async (ms = 0) => clock.advance(ms),
    login: async (userID = 'me') => finish(store.actions.session.login({ userID, userSig: 'sig' }), 2000),
    texts: (conversationID) =>
      selectTimeline(store.getState(), conversationID)
        .toArray()
        .map((message) => (message.type === 'TIMTextElem' ? message.payload.text : message.type)),
  };
}

/** A world in which `me` is ready, and the list events of the login are over. */
export async function createReadyWorld(options?: WorldOptions): Promise<World> {
  const world = createWorld(options);
  await world.login();
  return world;
}

/** Both dialects of the SDK, for `describe.each`. */
export const flavours = [
  { flavour: '2.x' },
  { flavour: '3.x' },
] as const satisfies readonly MemorySdkOptions[];
