import type { GroupPermissions } from '../../src/index.ts';
import { selectGroupPermissions } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What I may do in a group, by its type and my role in it; nothing where I am in no such group.
 *
 * @example
 * const { canInvite } = useGroupPermissions('team');
 */
export function useGroupPermissions(groupID: string | undefined, options?: UseTimOptions): GroupPermissions {
  return useSelected(options, selectGroupPermissions, groupID);
}
