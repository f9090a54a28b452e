import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectMemberName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What a member of a group is called: the name card, else my remark, the nick, the user ID.
 *
 * @example
 * const name = useMemberName('team', () => props.userID);
 */
export function useMemberName(
  groupID: MaybeRefOrGetter<string | undefined>,
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<string> {
  return useSelected(options, selectMemberName, groupID, userID);
}
