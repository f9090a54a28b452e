import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { FriendGroup } from '../../src/index.ts';
import { selectFriendGroups } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * My lists of friends.
 *
 * @example
 * const groups = useFriendGroups();
 */
export function useFriendGroups(options?: UseTimOptions): ComputedRef<readonly FriendGroup[]> {
  const getState = useKeyedState(useTimStore(options), () => 'friends');
  return computed(() => selectFriendGroups(getState()));
}
