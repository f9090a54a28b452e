import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectOnlineMemberCount } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectOnlineMemberCount, groupID);
}
