import { FOLLOW, type Follower } from '../cloud/follow-book.ts';
import type { Account } from './account.ts';
import { response, type SdkResponse } from './context.ts';
import type { Session } from './session.ts';
import { isFilledArray, requireParams } from './validate.ts';

/** What happened to one of several users: the server's own words. */
export interface FollowResult {
  readonly userID: string;
  readonly resultCode: number;
  readonly resultInfo: string;
}

/** A page of followers: here always the only one. */
export interface FollowList {
  readonly resultList: readonly Follower[];
  readonly nextCursor: string;
}

/** Followers: the calls of the SDK. 3.x only. */
export interface FollowMethods {
  readonly followUser: (userIDList: readonly string[]) => Promise<SdkResponse<readonly FollowResult[]>>;
  readonly unfollowUser: (userIDList: readonly string[]) => Promise<SdkResponse<readonly FollowResult[]>>;
  readonly getMyFollowersList: (cursor?: string) => Promise<SdkResponse<FollowList>>;
  readonly getMyFollowingList: (cursor?: string) => Promise<SdkResponse<FollowList>>;
  readonly getMutualFollowersList: (cursor?: string) => Promise<SdkResponse<FollowList>>;
  /** Of this user, when none are named. The answers do not say whose they are. */
  readonly getUserFollowInfo: (userIDList?: readonly string[]) => Promise<
    SdkResponse<
      readonly {
        readonly followersCount: number;
        readonly followingCount: number;
        readonly mutualFollowersCount: number;
      }[]
    >
  >;
  /** `followType`: 0 none, 1 this user follows that one, 2 the other way round, 3 both. Cuts the list to 100. */
  readonly checkFollowType: (
    userIDList: readonly string[],
  ) => Promise<SdkResponse<readonly { readonly userID: string; readonly followType: number }[]>>;
}

const MAX_CHECKED = 100;

/** Wires the calls to the account that is logged in. */
export function createFollowMethods({ whenReady }: Session): FollowMethods {
  const change = (method: 'followUser' | 'unfollowUser'): FollowMethods['followUser'] =>
    whenReady(method, ({ context: { cloud, request, userID: me } }, userIDList) => {
      requireParams(isFilledArray(userIDList));
      const verb = method === 'followUser' ? 'follow' : 'unfollow';
      return request(method, () => cloud.people.follow[verb](me, userIDList)).then((results) =>
        response(results.map(({ userID, code }) => ({ userID, resultCode: code, resultInfo: '' }))),
      );
    });

  const list = (
    method: 'getMyFollowersList' | 'getMyFollowingList' | 'getMutualFollowersList',
    type: number,
  ): FollowMethods['getMyFollowersList'] =>
    whenReady(method, ({ context: { cloud, request, userID: me } }) =>
      request(method, () => cloud.people.follow.list(me, type)).then((resultList) =>
        response({ resultList, nextCursor: '' }),
      ),
    );

  return {
    followUser: change('followUser'),
    unfollowUser: change('unfollowUser'),
    getMyFollowersList: list('getMyFollowersList', FOLLOW.FOLLOWERS),
    getMyFollowingList: list('getMyFollowingList', FOLLOW.FOLLOWING),
    getMutualFollowersList: list('getMutualFollowersList', FOLLOW.MUTUAL),

    getUserFollowInfo: whenReady('getUserFollowInfo', ({ context }: Account, userIDList) => {
      const { cloud, request, userID: me } = context;
      requireParams(userIDList === undefined || isFilledArray(userIDList));
      const count = (userID: string, type: number): number => cloud.people.follow.list(userID, type).length;
      return request('getUserFollowInfo', () =>
        (userIDList ?? [me]).map((userID) => ({
          followersCount: count(userID, FOLLOW.FOLLOWERS),
          followingCount: count(userID, FOLLOW.FOLLOWING),
          mutualFollowersCount: count(userID, FOLLOW.MUTUAL),
        })),
      ).then(response);
    }),

    checkFollowType: whenReady('checkFollowType', ({ context }: Account, userIDList) => {
      const { cloud, request, userID: me } = context;
      requireParams(isFilledArray(userIDList));
      return request('checkFollowType', () =>
        userIDList
          .slice(0, MAX_CHECKED)
          .map((userID) => ({ userID, followType: cloud.people.follow.check(me, userID) })),
      ).then(response);
    }),
  };
}
