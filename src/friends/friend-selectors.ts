import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import { memoize } from '../shared/memo.ts';
import type { Friend, FriendApplication, FriendGroup, FriendsState } from './friend.ts';

const NOBODY: readonly Friend[] = Object.freeze([]);

const friendsOf = /* @__PURE__ */ memoize(({ order, byID }: FriendsState) => rowsOf(order, byID.get));

const byGroup = /* @__PURE__ */ memoize(
  ({ groups, byID }: FriendsState): ReadonlyMap<string, readonly Friend[]> =>
    new Map(groups.map(({ name, userIDList }) => [name, rowsOf(userIDList, byID.get)])),
);

const byType = /* @__PURE__ */ memoize(
  (applications: readonly FriendApplication[]): ReadonlyMap<string, readonly FriendApplication[]> =>
    new Map(
      applications.map(({ type }) => [
        type,
        Object.freeze(applications.filter((application) => application.type === type)),
      ]),
    ),
);

const NO_REQUEST: readonly FriendApplication[] = Object.freeze([]);

/** My friends in the SDK's order; the same array until something of the friends changes. */
export const selectFriends: KeyedSelector<[], readonly Friend[]> = /* @__PURE__ */ keyed('friends', (state) =>
  friendsOf(state.friends),
);

/** One of my friends; `undefined` for anybody else, or without an ID. What they are called: `selectUserName`. */
export const selectFriend: KeyedSelector<[userID: string | undefined], Friend | undefined> =
  /* @__PURE__ */ keyed('friend:', (state, userID) =>
    userID === undefined ? undefined : state.friends.byID.get(userID),
  );

/**
 * The requests for friendship in the SDK's order: all, or only those sent to me (`TYPES.SNS_APPLICATION_SENT_TO_ME`) or by
 * me (`TYPES.SNS_APPLICATION_SENT_BY_ME`). The same array until one changes.
 */
export const selectFriendApplications: KeyedSelector<
  [type?: FriendApplication['type'] | undefined],
  readonly FriendApplication[]
> = /* @__PURE__ */ keyed('friends', (state, type) => {
  const { applications } = state.friends;
  return type === undefined ? applications : (byType(applications).get(type) ?? NO_REQUEST);
});

/** How many requests for friendship I have not seen. */
export const selectUnreadFriendApplicationCount: KeyedSelector<[], number> = /* @__PURE__ */ keyed(
  'friends',
  (state) => state.friends.unreadApplicationCount,
);

/** My lists of friends. */
export const selectFriendGroups: KeyedSelector<[], readonly FriendGroup[]> = /* @__PURE__ */ keyed(
  'friends',
  (state) => state.friends.groups,
);

/** The friends in one of my lists; none where there is no such list. The same array until something of the friends changes. */
export const selectFriendsInGroup: KeyedSelector<[name: string | undefined], readonly Friend[]> =
  /* @__PURE__ */ keyed(
    'friends',
    (state, name) => (name === undefined ? undefined : byGroup(state.friends).get(name)) ?? NOBODY,
  );

function rowsOf(userIDs: readonly string[], get: (userID: string) => Friend | undefined): readonly Friend[] {
  return Object.freeze(userIDs.map(get).filter((friend) => friend !== undefined));
}
