import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { GroupMember } from '../../src/index.ts';
import { selectGroupMember } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * One member of a group; `undefined` where the store knows of none. `isMuted` turns `false` by itself when the mute ends.
 *
 * @example
 * const member = useGroupMember('team', () => props.userID);
 */
export function useGroupMember(
  groupID: MaybeRefOrGetter<string | undefined>,
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<GroupMember | undefined> {
  return useSelected(options, selectGroupMember, groupID, userID);
}
