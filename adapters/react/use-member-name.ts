import { selectMemberName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What a member of a group is called: the name card, else my remark, the nick, the user ID.
 *
 * @example
 * const name = useMemberName('team', 'alice');
 */
export function useMemberName(
  groupID: string | undefined,
  userID: string | undefined,
  options?: UseTimOptions,
): string {
  return useSelected(options, selectMemberName, groupID, userID);
}
