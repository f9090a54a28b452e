import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { Group } from '../../src/index.ts';
import { selectGroup } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * One of my groups; `undefined` where there is none, or no ID is given.
 *
 * @example
 * const group = useGroup(() => props.groupID);
 */
export function useGroup(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Group | undefined> {
  return useSelected(options, selectGroup, groupID);
}
