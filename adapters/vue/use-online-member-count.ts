import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectOnlineMemberCount } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * How many members of a group were online when it was last asked for (`groups.getOnlineMemberCount`); `undefined` before.
 *
 * @example
 * const online = useOnlineMemberCount('room');
 */
export function useOnlineMemberCount(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<number | undefined> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    return groupIDNow && `group:${groupIDNow}`;
  });
  return computed(() => selectOnlineMemberCount(getState(), toValue(groupID)));
}
