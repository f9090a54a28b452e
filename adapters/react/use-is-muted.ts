import { selectIsMuted } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Whether a member of a group may not write now: muted until some time, which ends by itself, or with all ordinary
 * members. Without a user ID, whether I am.
 *
 * @example
 * const isMuted = useIsMuted('team');
 */
export function useIsMuted(groupID: string | undefined, userID?: string, options?: UseTimOptions): boolean {
  return useSelected(options, selectIsMuted, groupID, userID);
}
