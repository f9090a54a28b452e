import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectGroupAttributes } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The attributes of a group; empty until they were asked for (`groups.getAttributes`) or changed.
 *
 * @example
 * const attributes = useGroupAttributes('room');
 */
export function useGroupAttributes(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Readonly<Record<string, string>>> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    return groupIDNow && `group:${groupIDNow}`;
  });
  return computed(() => selectGroupAttributes(getState(), toValue(groupID)));
}
