import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { GroupPermissions } from '../../src/index.ts';
import { selectGroupPermissions } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What I may do in a group, by its type and my role in it; nothing where I am in no such group.
 *
 * @example
 * const permissions = useGroupPermissions(() => props.groupID);
 */
export function useGroupPermissions(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<GroupPermissions> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    return groupIDNow && `group:${groupIDNow}`;
  });
  return computed(() => selectGroupPermissions(getState(), toValue(groupID)));
}
