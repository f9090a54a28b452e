import { memoize } from '../shared/memo.ts';
import type { TimState } from '../state.ts';
import type { Friend, FriendApplication, FriendGroup, FriendsState } from './friend.ts';

const NOBODY: readonly Friend[] = Object.freeze([]);

const friendsOf = memoize(({ order, byID }: FriendsState) => rowsOf(order, byID.get));

const byGroup = memoize(
  ({ groups, byID }: FriendsState): ReadonlyMap<string, readonly Friend[]> =>
    new Map(groups.map(({ name, userIDList }) => [name, rowsOf(userIDList, byID.get)])),
);

const byType = memoize(
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
export function selectFriends(state: TimState): readonly Friend[] {
  return friendsOf(state.friends);
}

/** One of my friends; `undefined` for anybody else, or without an ID. What they are called: `selectUserName`. */
export function selectFriend(state: TimState, userID: string | undefined): Friend | undefined {
  return userID === undefined ? undefined : state.friends.byID.get(userID);
}

/**
 * The requests for friendship in the SDK's order: all, or only those sent to me (`TYPES.SNS_APPLICATION_SENT_TO_ME`) or by
 * me (`TYPES.SNS_APPLICATION_SENT_BY_ME`). The same array until one changes.
 */
export function selectFriendApplications(
  state: TimState,
  type?: FriendApplication['type'],
): readonly FriendApplication[] {
  const { applications } = state.friends;
  return type === undefined ? applications : (byType(applications).get(type) ?? NO_REQUEST);
}

/** How many requests for friendship I have not seen. */
export function selectUnreadFriendApplicationCount(state: TimState): number {
  return state.friends.unreadApplicationCount;
}

/** My lists of friends. */
export function selectFriendGroups(state: TimState): readonly FriendGroup[] {
  return state.friends.groups;
}

/** The friends in one of my lists; none where there is no such list. The same array until something of the friends changes. */
export function selectFriendsInGroup(state: TimState, name: string | undefined): readonly Friend[] {
  return (name === undefined ? undefined : byGroup(state.friends).get(name)) ?? NOBODY;
}

function rowsOf(userIDs: readonly string[], get: (userID: string) => Friend | undefined): readonly Friend[] {
  return Object.freeze(userIDs.map(get).filter((friend) => friend !== undefined));
}
