import type { ComputedRef } from 'vue';
import type { FriendGroup } from '../../src/index.ts';
import { selectFriendGroups } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * My lists of friends.
 *
 * @example
 * const groups = useFriendGroups();
 */
export function useFriendGroups(options?: UseTimOptions): ComputedRef<readonly FriendGroup[]> {
  return useSelected(options, selectFriendGroups);
}
