import type { GroupMember } from '../../src/index.ts';
import { selectGroupMember } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * One member of a group; `undefined` where the store knows of none. `isMuted` turns `false` by itself when the mute ends.
 *
 * @example
 * const role = useGroupMember('team', 'alice')?.role;
 */
export function useGroupMember(
  groupID: string | undefined,
  userID: string | undefined,
  options?: UseTimOptions,
): GroupMember | undefined {
  return useSelected(options, selectGroupMember, groupID, userID);
}
