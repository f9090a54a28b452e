import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectGroupCounters } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The counters of a group; empty until they were asked for (`groups.getCounters`) or changed.
 *
 * @example
 * const counters = useGroupCounters('room');
 */
export function useGroupCounters(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Readonly<Record<string, number>>> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    return groupIDNow && `group:${groupIDNow}`;
  });
  return computed(() => selectGroupCounters(getState(), toValue(groupID)));
}
