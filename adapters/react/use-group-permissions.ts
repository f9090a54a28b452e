import type { GroupPermissions } from '../../src/index.ts';
import { selectGroupPermissions } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What I may do in a group, by its type and my role in it; nothing where I am in no such group.
 *
 * @example
 * const { canInvite } = useGroupPermissions('team');
 */
export function useGroupPermissions(groupID: string | undefined, options?: UseTimOptions): GroupPermissions {
  return useKeyedState(useTimStore(options), groupID && `group:${groupID}`, (state) =>
    selectGroupPermissions(state, groupID),
  );
}
