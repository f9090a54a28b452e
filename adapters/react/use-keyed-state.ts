import { useCallback, useSyncExternalStore } from 'react';
import type { TimKey, TimState, TimStore } from '../../src/index.ts';

/**
 * What `read` answers, looked at again only after commits that change one of the parts of the state that `keys` name;
 * without a key, after none. `read` must answer the same value for the same state.
 */
export function useKeyedState<T>(store: TimStore, keys: readonly TimKey[], read: (state: TimState) => T): T {
  // As a text, so that the same keys in a new array are the same.
  const names = JSON.stringify(keys);
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(listener, JSON.parse(names) as readonly TimKey[]),
    [store, names],
  );
  return useSyncExternalStore(
    subscribe,
    () => read(store.getState()),
    () => read(store.getInitialState()),
  );
}
