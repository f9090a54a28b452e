import type { ComputedRef } from 'vue';
import type { FriendApplication } from '../../src/index.ts';
import { selectFriendApplications } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Requests for friendship, to me and by me, in the SDK’s order; `type` tells which.
 *
 * @example
 * const requests = useFriendApplications();
 */
export function useFriendApplications(options?: UseTimOptions): ComputedRef<readonly FriendApplication[]> {
  return useSelected(options, selectFriendApplications);
}
