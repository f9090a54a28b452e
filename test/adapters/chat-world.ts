import type { TimActions, TimKey, TimStore, TimStoreError } from 'tim-reactive';
import { createTimStore, EVENT } from 'tim-reactive';
import type { ManualClock, MemorySdk, MemoryServer } from 'tim-reactive/memory';
import { createManualClock, createMemoryServer } from 'tim-reactive/memory';

/** How many listeners a connected store has on its SDK. */
export const CONNECTED = Object.keys(EVENT).length;

/** A store of the user `me` on an embedded server, where alice has written 40 texts and bob one. */
export interface ChatWorld {
  readonly clock: ManualClock;
  readonly server: MemoryServer;
  readonly sdk: MemorySdk;
  readonly store: TimStore;
  /** What the store reported to `onError`. */
  readonly errors: readonly TimStoreError[];
  /** The conversations of which a page was asked, one entry a call. */
  readonly pages: readonly string[];
  /** How many listeners the SDK has. */
  readonly listenerCount: () => number;
  readonly login: (userID?: string) => Promise<void>;
  /** Somebody writes to `me`; resolves when the text and the conversation list have come. */
  readonly say: (from: string, text: string) => Promise<void>;
  /** Cuts or restores the network of `me`; resolves when the SDK has noticed. */
  readonly setOnline: (isOnline: boolean) => Promise<void>;
  /** Runs an action to its end: moves the clock on, so that the server answers. */
  readonly run: <T>(action: (actions: TimActions) => Promise<T>) => Promise<T>;
}

/** What a world may have more of. */
export interface ChatWorldOptions {
  /** What the server is to have before the first login. */
  readonly prepare?: (server: MemoryServer) => void;
  /** Methods that the embedded SDK lacks. */
  readonly methods?: object;
}

/** A world in which nobody is logged in yet. Time moves only in `login`, `say`, `run` and by `clock.advance`. */
export function createChatWorld({ prepare, methods }: ChatWorldOptions = {}): ChatWorld {
  const clock = createManualClock();
  const server = createMemoryServer({ clock });
  server.addUser('me');
  for (const [userID, nick] of [
    ['alice', 'Alice'],
    ['bob', 'Bob'],
  ] as const) {
    server.addUser(userID, { nick });
  }
  for (let number = 1; number <= 40; number++) {
    server.sendText({ from: 'alice', to: 'me', text: `alice ${number}` });
  }
  server.sendText({ from: 'bob', to: 'me', text: 'bob 1' });
  prepare?.(server);

  const sdk = server.createSdk();
  const listeners = new Set<unknown>();
  const pages: string[] = [];
  const errors: TimStoreError[] = [];
  const store = createTimStore({
    clock,
    onError: (error) => errors.push(error),
    sdk: {
      ...sdk,
      ...methods,
      on: (name, handler) => {
        listeners.add(handler);
        sdk.on(name, handler);
      },
      off: (name, handler) => {
        listeners.delete(handler);
        sdk.off(name, handler);
      },
      getMessageList: (options) => {
        pages.push(options.conversationID);
        return sdk.getMessageList(options);
      },
    },
  });

  const run: ChatWorld['run'] = async (action) => {
    const result = action(store.actions);
    result.catch(() => undefined); // awaited below, after the clock has moved
    await clock.advance(0);
    return result;
  };
  return {
    clock,
    server,
    sdk,
    store,
    errors,
    pages,
    run,
    listenerCount: () => listeners.size,
    login: async (userID = 'me') => {
      await run(({ session }) => session.login({ userID, userSig: 'any' }));
      await clock.advance(2000); // the list events that follow
    },
    setOnline: async (isOnline) => {
      const network = server.network('me');
      if (isOnline) network.restore();
      else network.cut();
      await clock.advance(1000);
    },
    say: async (from, text) => {
      server.sendText({ from, to: 'me', text });
      await clock.advance(1000);
    },
  };
}

/** The same store, and the keys of its subscriptions, in alphabetical order; `undefined` is one to every commit. */
export function watchSubscriptions(store: TimStore): {
  readonly store: TimStore;
  readonly subscribed: () => readonly (TimKey | undefined)[];
} {
  const subscriptions = new Map<() => void, readonly (TimKey | undefined)[]>();
  return {
    subscribed: () => [...subscriptions.values()].flat().toSorted((a, b) => `${a}`.localeCompare(`${b}`)),
    store: {
      ...store,
      subscribe: (listener, keys) => {
        const unsubscribe = store.subscribe(listener, keys);
        const end = (): void => {
          unsubscribe();
          subscriptions.delete(end);
        };
        subscriptions.set(end, [keys].flat());
        return end;
      },
    },
  };
}
