import { shallowRef, watch } from 'vue';
import type { TimKey, TimState, TimStore } from '../../src/index.ts';

/**
 * A `getState` that is reactive: what reads it is evaluated anew after commits that change the part of the state that
 * `key` names, and after no other; without `key`, after all. Where `key` answers `undefined`, after none.
 *
 * It counts instead of keeping the state, so that a computed always reads the present one, even when a change of its
 * ID is what makes it read. On a server, Vue ends the watcher within `setup`: no subscription stays.
 */
export function useKeyedState(store: TimStore, key?: () => TimKey | undefined): () => TimState {
  const changes = shallowRef(0);
  const wake = (): void => {
    changes.value += 1;
  };
  watch(
    () => key?.(),
    (name, _, onCleanup) => {
      if (key === undefined || name !== undefined) onCleanup(store.subscribe(wake, name));
      wake(); // what changed before it subscribed
    },
    { immediate: true },
  );
  return () => {
    void changes.value;
    return store.getState();
  };
}
