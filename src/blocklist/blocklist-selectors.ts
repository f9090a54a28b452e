import { memoize } from '../shared/memo.ts';
import type { TimState } from '../state.ts';

const setOf = memoize((userIDs: readonly string[]): ReadonlySet<string> => new Set(userIDs));

/** The user IDs of all whom I block, in the SDK's order; the same array until it changes. */
export function selectBlocklist(state: TimState): readonly string[] {
  return state.blocklist.userIDs;
}

/** Whether I block this user. */
export function selectIsBlocked(state: TimState, userID: string | undefined): boolean {
  return userID !== undefined && setOf(state.blocklist.userIDs).has(userID);
}
