import type { UserStatus } from '../cloud/people-wire.ts';
import type { Flavour } from '../flavour.ts';
import { response, type SdkResponse } from './context.ts';
import { createFollowMethods, type FollowMethods } from './follow-methods.ts';
import type { FailedUser } from './friend.ts';
import {
  createFriendApplicationMethods,
  type FriendApplicationMethods,
} from './friend-application-methods.ts';
import { createFriendGroupMethods, type FriendGroupMethods } from './friend-group-methods.ts';
import { createFriendMethods, type FriendMethods } from './friend-methods.ts';
import { createProfileMethods, type ProfileMethods } from './profile-methods.ts';
import type { Session } from './session.ts';
import type { UserStatusList } from './user-status.ts';
import { isFilledArray, property, requireParams } from './validate.ts';

interface Users {
  readonly userIDList: readonly string[];
}

type Failures = Promise<SdkResponse<{ readonly failureUserList: readonly FailedUser[] }>>;

/** Blocklist and presence: the calls of the SDK. */
interface BlocklistAndStatusMethods {
  /** From memory: a fresh array. */
  readonly getBlacklist: () => Promise<SdkResponse<readonly string[]>>;
  /** Answers the list as it was before: the change comes by BLACKLIST_UPDATED. 2742 for the user alone. */
  readonly addToBlacklist: (options: Users) => Promise<SdkResponse<readonly string[]>>;
  /** Answers the list as it is now. */
  readonly removeFromBlacklist: (options: Users) => Promise<SdkResponse<readonly string[]>>;
  readonly setSelfStatus: (options: { readonly customStatus: string }) => Promise<SdkResponse<UserStatus>>;
  /** Cuts the list to 500. */
  readonly getUserStatus: (options: Users) => Promise<SdkResponse<UserStatusList>>;
  /** Cuts the list to 100. */
  readonly subscribeUserStatus: (options: Users) => Failures;
  /** Of everybody, where no list is given. */
  readonly unsubscribeUserStatus: (options?: Partial<Users>) => Failures;
}

/** Everything about people. */
export interface PeopleMethods
  extends ProfileMethods,
    FriendMethods,
    FriendApplicationMethods,
    FriendGroupMethods,
    BlocklistAndStatusMethods,
    Partial<FollowMethods> {}

/** Wires the calls to the account that is logged in. */
export function createPeopleMethods(session: Session, flavour: Flavour): PeopleMethods {
  return {
    ...createProfileMethods(session),
    ...createFriendMethods(session),
    ...createFriendApplicationMethods(session),
    ...createFriendGroupMethods(session),
    ...createBlocklistAndStatusMethods(session),
    ...(flavour === '3.x' && createFollowMethods(session)),
  };
}

function createBlocklistAndStatusMethods({ whenReady }: Session): BlocklistAndStatusMethods {
  return {
    getBlacklist: whenReady('getBlacklist', ({ context, people }) =>
      context.answer('getBlacklist', () => response(people.blocklist.list())),
    ),
    addToBlacklist: whenReady('addToBlacklist', ({ people }, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return people.blocklist.add(options.userIDList).then(response);
    }),
    removeFromBlacklist: whenReady('removeFromBlacklist', ({ people }, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return people.blocklist.remove(options.userIDList).then(response);
    }),

    setSelfStatus: whenReady('setSelfStatus', ({ people }, options) => {
      requireParams(typeof property(options, 'customStatus') === 'string');
      return people.statuses.setMine(options.customStatus).then(response);
    }),
    getUserStatus: whenReady('getUserStatus', ({ people }, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return people.statuses.get(options.userIDList).then(response);
    }),
    subscribeUserStatus: whenReady('subscribeUserStatus', ({ people }, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return people.statuses
        .subscribe(options.userIDList)
        .then((failureUserList) => response({ failureUserList }));
    }),
    unsubscribeUserStatus: whenReady('unsubscribeUserStatus', ({ people }, options) => {
      requireParams(options !== null);
      const userIDList = options?.userIDList ?? [];
      requireParams(Array.isArray(userIDList));
      return people.statuses.unsubscribe(userIDList).then((failureUserList) => response({ failureUserList }));
    }),
  };
}
