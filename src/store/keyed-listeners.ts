import type { ConversationID } from '../conversations/conversation-id.ts';
import type { TimChanges } from './diff-states.ts';
import { changedIDs } from './diff-states.ts';

/**
 * Names a part of the state, so that a listener is called only by commits that change that part: the session, the
 * conversation list, one of its rows, one conversation's messages with their history, one user's profile.
 */
export type TimKey =
  | 'session'
  | 'conversations'
  | `conversation:${ConversationID}`
  | `messages:${ConversationID}`
  | `profile:${string}`;

/** Listeners by key. Adding, removing and waking cost by what is added, removed and woken. */
export interface KeyedListeners {
  /** Adds a listener, a function of its own for each call. */
  readonly add: (key: TimKey, listener: () => void) => () => void;
  readonly wake: (changes: TimChanges) => void;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
}

/** An empty registry. */
export function createKeyedListeners(): KeyedListeners {
  const byKey = new Map<TimKey, Set<() => void>>();
  return {
    isEmpty: () => byKey.size === 0,
    clear: () => {
      for (const listeners of byKey.values()) listeners.clear();
      byKey.clear();
    },
    add: (key, listener) => {
      const listeners = byKey.get(key) ?? new Set();
      byKey.set(key, listeners.add(listener));
      return () => {
        if (listeners.delete(listener) && listeners.size === 0 && byKey.get(key) === listeners)
          byKey.delete(key);
      };
    },
    wake: (changes) => {
      // Who is there before the first is called: one of them may add others, or remove some that have yet to be called.
      const woken = new Map<() => void, ReadonlySet<() => void>>();
      for (const key of keysOf(changes)) {
        const listeners = byKey.get(key) ?? new Set();
        for (const listener of listeners) woken.set(listener, listeners);
      }
      for (const [listener, listeners] of woken) if (listeners.has(listener)) listener();
    },
  };
}

function* keysOf(changes: TimChanges): Iterable<TimKey> {
  if (changes.session) yield 'session';
  if (changes.conversationList) yield 'conversations';
  for (const id of changedIDs(changes.conversations)) yield `conversation:${id}`;
  for (const { conversationID } of changes.messages) yield `messages:${conversationID}`;
  for (const id of changes.history) yield `messages:${id}`;
  for (const id of changedIDs(changes.profiles)) yield `profile:${id}`;
}
