import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectIsMuted } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Whether a member of a group may not write now: muted until some time, which ends by itself, or with all ordinary
 * members. Without a user ID, whether I am.
 *
 * @example
 * const isMuted = useIsMuted(() => props.groupID);
 */
export function useIsMuted(
  groupID: MaybeRefOrGetter<string | undefined>,
  userID?: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<boolean> {
  return useSelected(options, selectIsMuted, groupID, userID);
}
