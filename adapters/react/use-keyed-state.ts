import { useCallback, useSyncExternalStore } from 'react';
import type { TimKey, TimState, TimStore } from '../../src/index.ts';

/**
 * What `read` answers, looked at again only after commits that change the part of the state that `key` names; without
 * a key, after none. `read` must answer the same value for the same state.
 */
export function useKeyedState<T>(store: TimStore, key: TimKey | undefined, read: (state: TimState) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => (key === undefined ? () => undefined : store.subscribe(listener, key)),
    [store, key],
  );
  return useSyncExternalStore(
    subscribe,
    () => read(store.getState()),
    () => read(store.getInitialState()),
  );
}
