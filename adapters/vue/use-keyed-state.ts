import { shallowRef, watch } from 'vue';
import type { TimKey, TimState, TimStore } from '../../src/index.ts';

/**
 * A `getState` that is reactive: what reads it is evaluated anew after commits that change the part of the state that
 * `keys` name, and after no other; without `keys`, after all.
 *
 * It counts instead of keeping the state, so that a computed always reads the present one, even when a change of its
 * ID is what makes it read. On a server, Vue ends the watcher within `setup`: no subscription stays.
 */
export function useKeyedState(store: TimStore, keys?: () => readonly TimKey[]): () => TimState {
  const changes = shallowRef(0);
  const wake = (): void => {
    changes.value += 1;
  };
  watch(
    // As a text, so that the same keys in a new array are the same.
    () => keys && JSON.stringify(keys()),
    (names, _, onCleanup) => {
      onCleanup(
        store.subscribe(wake, names === undefined ? names : (JSON.parse(names) as readonly TimKey[])),
      );
      wake(); // what changed before it subscribed
    },
    { immediate: true },
  );
  return () => {
    void changes.value;
    return store.getState();
  };
}
