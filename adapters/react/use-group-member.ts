import type { GroupMember } from '../../src/index.ts';
import { selectGroupMember } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  return useKeyedState(useTimStore(options), groupID && userID && `member:${groupID}/${userID}`, (state) =>
    selectGroupMember(state, groupID, userID),
  );
}
