import type { TimState } from '../state.ts';
import type { TimKey } from '../tim-key.ts';
import type { KeyKind } from './changed-keys.ts';
import { CHANGED_KEYS } from './changed-keys.ts';

/** Listeners by key. Adding, removing and waking cost by what is added, removed and woken. */
export interface KeyedListeners {
  /** Adds a listener, a function of its own for each call. */
  readonly add: (key: TimKey, listener: () => void) => () => void;
  /** Calls whom it concerns what two states differ in. */
  readonly wake: (before: TimState, after: TimState) => void;
  readonly clear: () => void;
}

type Listeners = Set<() => void>;

/** An empty registry. */
export function createKeyedListeners(): KeyedListeners {
  /** By the kind of key, and then by ID: kinds that nobody listens to cost nothing, and no key is made to look one up. */
  const byKind = new Map<string, Map<string, Listeners>>();
  return {
    clear: () => {
      for (const byID of byKind.values()) for (const listeners of byID.values()) listeners.clear();
      byKind.clear();
    },
    add: (key, listener) => {
      const [kind = ''] = key.split(':', 1);
      const id = key.slice(kind.length + 1);
      const byID = byKind.get(kind) ?? new Map<string, Listeners>();
      const listeners = byID.get(id) ?? new Set();
      byKind.set(kind, byID.set(id, listeners.add(listener)));
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0 || byID.get(id) !== listeners) return;
        byID.delete(id);
        if (byID.size === 0 && byKind.get(kind) === byID) byKind.delete(kind);
      };
    },
    wake: (before, after) => {
      // Who is there before the first is called: one of them may add others, or remove some that have yet to be called.
      const woken = new Map<() => void, Listeners>();
      for (const [kind, byID] of byKind)
        for (const id of CHANGED_KEYS[kind as KeyKind](before, after, byID.keys())) {
          const listeners = byID.get(id);
          if (listeners !== undefined) for (const listener of listeners) woken.set(listener, listeners);
        }
      for (const [listener, listeners] of woken) if (listeners.has(listener)) listener();
    },
  };
}
