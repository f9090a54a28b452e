import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import { memoize } from '../shared/memo.ts';

const setOf = /* @__PURE__ */ memoize((userIDs: readonly string[]): ReadonlySet<string> => new Set(userIDs));

/** The user IDs of all whom I block, in the SDK's order; the same array until it changes. */
export const selectBlocklist: KeyedSelector<[], readonly string[]> = /* @__PURE__ */ keyed(
  'blocklist',
  (state) => state.blocklist.userIDs,
);

/** Whether I block this user. */
export const selectIsBlocked: KeyedSelector<[userID: string | undefined], boolean> = /* @__PURE__ */ keyed(
  'blocklist',
  (state, userID) => userID !== undefined && setOf(state.blocklist.userIDs).has(userID),
);
