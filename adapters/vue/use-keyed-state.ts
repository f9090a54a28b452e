import { shallowRef, watch } from 'vue';
import type { TimKey, TimState, TimStore } from '../../src/index.ts';

/**
 * A `getState` that is reactive: what reads it is evaluated anew after commits that change the part of the state that
 * `keys` names, one or several, and after no other; without `keys`, after all. Where it answers nothing, after none.
 *
 * It counts instead of keeping the state, so that a computed always reads the present one, even when a change of its
 * ID is what makes it read. On a server, Vue ends the watcher within `setup`: no subscription stays.
 */
export function useKeyedState(
  store: TimStore,
  keys?: () => TimKey | readonly TimKey[] | '' | undefined,
): () => TimState {
  const changes = shallowRef(0);
  const wake = (): void => {
    changes.value += 1;
  };
  watch(
    // As a text, so that the same keys in a new array are the same.
    () => {
      const wanted = keys?.();
      return JSON.stringify(wanted === undefined || wanted === '' ? [] : [wanted].flat());
    },
    (names, _, onCleanup) => {
      const wanted = keys === undefined ? [undefined] : (JSON.parse(names) as TimKey[]);
      const releases = wanted.map((key) => store.subscribe(wake, key));
      onCleanup(() => {
        for (const release of releases) release();
      });
      wake(); // what changed before it subscribed
    },
    { immediate: true },
  );
  return () => {
    void changes.value;
    return store.getState();
  };
}
