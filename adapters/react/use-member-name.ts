import { selectMemberName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  return useKeyedState(
    useTimStore(options),
    groupID && userID && [`member:${groupID}/${userID}`, `friend:${userID}`, `profile:${userID}`],
    (state) => selectMemberName(state, groupID, userID),
  );
}
