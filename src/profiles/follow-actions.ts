import type { ActionContext } from '../action-context.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import type { UserOutcomes } from '../shared/outcomes.ts';
import { listIn, readFailures } from '../shared/outcomes.ts';
import { isRecord } from '../shared/plain.ts';
import { without } from '../shared/without.ts';
import { normalizeProfile } from './normalize-profile.ts';
import type { Profile } from './profile.ts';

/** Following users, from 3.x on. It changes no state; the streams `myFollowingListUpdated$` and so on tell of changes. */
export interface FollowActions {
  /** Follows users, 20 a call. Resolves even where it failed for some or all. Follows the SDK's `followUser`. */
  readonly follow: (userIDs: readonly string[]) => Promise<UserOutcomes>;
  /** Follows the SDK's `unfollowUser`, 20 a call. */
  readonly unfollow: (userIDs: readonly string[]) => Promise<UserOutcomes>;
  /** A page of those who follow me. Follows the SDK's `getMyFollowersList`. */
  readonly getMyFollowers: (cursor?: string) => Promise<FollowPage>;
  /** A page of those whom I follow. Follows the SDK's `getMyFollowingList`. */
  readonly getMyFollowing: (cursor?: string) => Promise<FollowPage>;
  /** A page of those who follow me and whom I follow. Follows the SDK's `getMutualFollowersList`. */
  readonly getMutualFollowers: (cursor?: string) => Promise<FollowPage>;
  /** How many follow users, and how many they follow, in the order of the IDs; 100 a call. Follows the SDK's `getUserFollowInfo`. */
  readonly getFollowInfo: (userIDs: readonly string[]) => Promise<readonly FollowInfo[]>;
  /** Whether users follow me, and I them; 100 a call. Follows the SDK's `checkFollowType`. */
  readonly checkFollowType: (userIDs: readonly string[]) => Promise<readonly FollowType[]>;
}

/** A page of users, and where the next one begins: `''` at the end. */
export interface FollowPage {
  readonly resultList: readonly FollowedUser[];
  readonly nextCursor: string;
}

/** A user of such a list. */
export interface FollowedUser extends Profile {
  /** Seconds since the epoch. */
  readonly followTime: number;
}

/** The numbers of a user's followers. */
export interface FollowInfo {
  readonly userID: string;
  readonly followersCount: number;
  readonly followingCount: number;
  readonly mutualFollowersCount: number;
}

/** Who follows whom: 0 nobody, 1 I them, 2 they me, 3 both. */
export interface FollowType {
  readonly userID: string;
  readonly followType: number;
}

/** The actions on followers. */
export function createFollowActions(context: ActionContext): FollowActions {
  const change = (method: 'followUser' | 'unfollowUser') => async (userIDs: readonly string[]) =>
    askForLists(
      context,
      method,
      ['userIDs', userIDs, 20],
      (chunk) => chunk,
      (answer, chunk): UserOutcomes => {
        const failures = readFailures(answer).filter(({ code }) => code !== 0);
        const failed = failures.map(({ userID }) => userID);
        return {
          successUserIDList: without(chunk, failed),
          failureUserIDList: failures,
        };
      },
    );
  const page =
    (method: 'getMyFollowersList' | 'getMyFollowingList' | 'getMutualFollowersList') =>
    async (cursor = ''): Promise<FollowPage> => {
      const answer = await context.ask(method, cursor);
      const raw = recordOf(answer);
      const resultList = context.readEach(listIn(raw['resultList']), (item) =>
        Object.freeze({
          ...normalizeProfile(item),
          followTime: numberOf(recordOf(item)['followTime']),
        }),
      );
      return Object.freeze({
        resultList: Object.freeze(resultList),
        nextCursor: textOf(raw['nextCursor']),
      });
    };
  /** Asks about users, and reads one record of each. */
  const about =
    <T>(
      method: 'getUserFollowInfo' | 'checkFollowType',
      read: (raw: Readonly<Record<string, unknown>>, userID: string) => T,
    ) =>
    async (userIDs: readonly string[]): Promise<readonly T[]> => {
      return askForLists(
        context,
        method,
        ['userIDs', userIDs, 100],
        (chunk) => chunk,
        (answer, chunk) =>
          listIn(answer)
            .filter(isRecord)
            .map((raw, index) => Object.freeze(read(raw, textOf(raw['userID']) || (chunk[index] ?? '')))),
      );
    };
  return {
    follow: change('followUser'),
    unfollow: change('unfollowUser'),
    getMyFollowers: page('getMyFollowersList'),
    getMyFollowing: page('getMyFollowingList'),
    getMutualFollowers: page('getMutualFollowersList'),
    getFollowInfo: about('getUserFollowInfo', (raw, userID) => ({
      userID,
      // Lite spells them without the s, and the last one by another name.
      followersCount: numberOf(raw['followersCount'] ?? raw['followerCount']),
      followingCount: numberOf(raw['followingCount']),
      mutualFollowersCount: numberOf(raw['mutualFollowersCount'] ?? raw['mutualFollowingCount']),
    })),
    checkFollowType: about('checkFollowType', (raw, userID) => ({
      userID,
      followType: numberOf(raw['followType']),
    })),
  };
}
