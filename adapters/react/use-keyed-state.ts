import { useCallback, useSyncExternalStore } from 'react';
import type { TimKey, TimState, TimStore } from '../../src/index.ts';

/**
 * What `read` answers, looked at again only after commits that change one of the parts of the state that `keys` name;
 * without a key, after none. `read` must answer the same value for the same state.
 */
export function useKeyedState<T>(
  store: TimStore,
  keys: TimKey | readonly TimKey[] | '' | undefined,
  read: (state: TimState) => T,
): T {
  const names = keys === undefined || keys === '' ? '[]' : JSON.stringify([keys].flat());
  const subscribe = useCallback(
    (listener: () => void) => {
      const releases = (JSON.parse(names) as TimKey[]).map((key) => store.subscribe(listener, key));
      return () => {
        for (const release of releases) release();
      };
    },
    [store, names],
  );
  return useSyncExternalStore(
    subscribe,
    () => read(store.getState()),
    () => read(store.getInitialState()),
  );
}
