import type { ActionContext } from '../action-context.ts';
import type { CustomField } from '../groups/group.ts';
import { normalizeProfile, sightNow } from '../profiles/normalize-profile.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import * as TYPES from '../sdk/types.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { invalid, requireBytes, requireID, requireOneOf } from '../shared/limits.ts';
import type { UserFailure, UserOutcomes } from '../shared/outcomes.ts';
import { listIn, readFailures, readUserIDs } from '../shared/outcomes.ts';
import { copyPlain } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { recordsOf } from '../shared/read-record.ts';
import { requireOptions } from '../shared/require-options.ts';
import type { FriendApplicationActions } from './friend-application-actions.ts';
import { createFriendApplicationActions } from './friend-application-actions.ts';
import type { FriendGroupActions } from './friend-group-actions.ts';
import { createFriendGroupActions } from './friend-group-actions.ts';
import type { Friend } from './friend.ts';
import { friendSince, readFriends } from './normalize-friend.ts';

/** What can be done to friends, requests for friendship and friend groups. On 2.x the SDK's build `tim-js-friendship.js` has them. */
export interface FriendActions extends FriendApplicationActions, FriendGroupActions {
  /** Fetches my friends, and brings the list of the state in line. Follows the SDK's `getFriendList`. */
  readonly getList: () => Promise<readonly Friend[]>;
  /**
   * Fetches friends with their full profiles, which then are in `state.profiles`; 100 a call. Users who are no friends
   * are among the failures. Follows the SDK's `getFriendProfile`.
   */
  readonly getProfile: (userIDs: readonly string[]) => Promise<FriendProfiles>;
  /**
   * Asks a user for friendship, or befriends one who lets everybody: resolves with `pending` while consent is awaited (the
   * request is among `selectFriendApplications`), with `added` when it is done. Follows the SDK's `addFriend`.
   *
   * Rejects with `INVALID_ARGUMENT` (source: `AddSource_Type_` and 1 to 8 letters; wording 256 bytes, remark 96, groupName
   * 30), or with what the SDK answered: the user refuses everybody, or is a friend already.
   *
   * @example
   * const outcome = await store.actions.friends.add('alice', { wording: 'It is me, Bob', remark: 'Alice from work' });
   */
  readonly add: (userID: string, options?: AddFriendOptions) => Promise<AddFriendOutcome>;
  /**
   * Ends friendships, by default from both sides; 100 a call. Resolves even where it failed for some or all. Follows the
   * SDK's `deleteFriend`.
   */
  readonly delete: (
    userIDs: readonly string[],
    options?: { readonly type?: DeleteFriendType },
  ) => Promise<UserOutcomes>;
  /**
   * Asks the server who is a friend of whom, by default both ways; 1,000 a call. Changes nothing. Follows the SDK's
   * `checkFriend`.
   */
  readonly check: (
    userIDs: readonly string[],
    options?: { readonly type?: CheckFriendType },
  ) => Promise<FriendChecks>;
  /**
   * Changes what I call a friend (96 bytes), or custom fields (the others stay). Resolves with the friend as they are now.
   * Follows the SDK's `updateFriend`.
   */
  readonly update: (userID: string, changes: FriendChanges) => Promise<Friend | undefined>;
}

/** What goes along with a request for friendship; the SDK's own names. */
export interface AddFriendOptions {
  /** Where I know the user from: `AddSource_Type_` and at most 8 letters. `AddSource_Type_Web` unless told. */
  readonly source?: string;
  /** What I say with it; at most 256 bytes. */
  readonly wording?: string;
  /** Whether the user also gets me as a friend; `Add_Type_Both` unless told. */
  readonly type?: 'Add_Type_Single' | 'Add_Type_Both';
  /** What I call the user from then on; at most 96 bytes. */
  readonly remark?: string;
  /** The friend group that the user comes into; at most 30 bytes. */
  readonly groupName?: string;
}

/** What became of a request for friendship. */
export type AddFriendOutcome = 'added' | 'pending';

/** Whether the friendship ends for both. */
export type DeleteFriendType = 'Delete_Type_Single' | 'Delete_Type_Both';

/** Whether it is also asked if the users have me as a friend. */
export type CheckFriendType = 'CheckResult_Type_Both' | 'CheckResult_Type_Single';

/** Friends with their full profiles, and those who could not be had. */
export interface FriendProfiles {
  readonly friendList: readonly Friend[];
  readonly failureUserIDList: readonly UserFailure[];
}

/** Who is whose friend. */
export interface FriendChecks {
  /** `relation`: one of `TYPES.SNS_TYPE_*`. */
  readonly successUserIDList: readonly { readonly userID: string; readonly relation: string }[];
  readonly failureUserIDList: readonly UserFailure[];
}

/** What can be changed of a friend. */
export interface FriendChanges {
  readonly remark?: string;
  /** Keys begin with `Tag_SNS_Custom`. */
  readonly friendCustomField?: readonly CustomField[];
}

/** The server's answer that consent is awaited. */
const PENDING = 30539;

const CHECK: RecordSchema<FriendChecks['successUserIDList'][number]> = { userID: textOf, relation: textOf };

/** The actions on friends, requests for friendship and friend groups. */
export function createFriendActions(context: ActionContext): FriendActions {
  const { ask, dispatch, getState } = context;
  const load = async (type: 'friendListLoaded' | 'friendsLoaded', live: unknown) => {
    const { friends, profiles } = readFriends(context, live);
    await dispatch({ type, friends, profiles });
    return friends;
  };
  return {
    getList: async () => load('friendListLoaded', await ask('getFriendList')),
    getProfile: async (userIDs) =>
      askForLists(
        context,
        'getFriendProfile',
        ['userIDs', userIDs, 100],
        (userIDList) => ({ userIDList }),
        async (answer) => {
          const { friendList, failureUserIDList } = recordOf(answer);
          const full = context.readEach(listIn(friendList), (item) =>
            normalizeProfile(recordOf(item)['profile']),
          );
          const friends = await load('friendsLoaded', listIn(friendList));
          await dispatch({ type: 'profilesLoaded', profiles: sightNow(context, full) });
          return { friendList: friends, failureUserIDList: readFailures(failureUserIDList) };
        },
      ),
    add: async (userID, given) => {
      const method = 'addFriend';
      const options = requireOptions(method, given);
      requireID(method, 'userID', userID);
      requireBytes(method, options, { wording: 256, remark: 96, groupName: 30 });
      requireOneOf(method, options, {
        type: [TYPES.SNS_ADD_TYPE_SINGLE, TYPES.SNS_ADD_TYPE_BOTH],
      });
      const {
        source,
        wording = '',
        remark = '',
        groupName = '',
      } = {
        source: 'AddSource_Type_Web',
        ...options,
      };
      if (!/^AddSource_Type_[a-z]{1,8}$/i.test(source))
        throw invalid(method, 'source must be AddSource_Type_ and 1 to 8 letters');
      const answer = await ask(method, { ...options, to: userID, source, wording });
      const time = Math.floor(context.serverTime() / 1000);
      if (numberOf(recordOf(answer)['code']) === PENDING) {
        const { nick = '', avatar = '' } = getState().profiles.byID.get(userID) ?? {};
        const type = TYPES.SNS_APPLICATION_SENT_BY_ME;
        const application = Object.freeze({ userID, nick, avatar, time, source, wording, type });
        await dispatch({ type: 'friendApplicationSent', application });
        return 'pending';
      }
      await dispatch({
        type: 'friendAdded',
        friend: friendSince(time, { userID, remark, source, groupList: groupName === '' ? [] : [groupName] }),
      });
      return 'added';
    },
    delete: async (userIDs, given) => {
      const method = 'deleteFriend';
      const options = requireOptions(method, given);
      requireOneOf(method, options, {
        type: [TYPES.SNS_DELETE_TYPE_SINGLE, TYPES.SNS_DELETE_TYPE_BOTH],
      });
      return askForLists(
        context,
        method,
        ['userIDs', userIDs, 100],
        (userIDList) => ({ type: TYPES.SNS_DELETE_TYPE_BOTH, ...options, userIDList }),
        async (answer) => {
          const { successUserIDList, failureUserIDList } = recordOf(answer);
          // Where nobody was a friend, lite leaves out the list of successes.
          const deleted = readUserIDs(successUserIDList);
          await dispatch({ type: 'friendsDeleted', userIDs: deleted });
          return { successUserIDList: deleted, failureUserIDList: readFailures(failureUserIDList) };
        },
      );
    },
    check: async (userIDs, given) => {
      const method = 'checkFriend';
      const options = requireOptions(method, given);
      requireOneOf(method, options, {
        type: [TYPES.SNS_CHECK_TYPE_SINGLE, TYPES.SNS_CHECK_TYPE_BOTH],
      });
      return askForLists(
        context,
        method,
        ['userIDs', userIDs, 1000],
        (userIDList) => ({ type: TYPES.SNS_CHECK_TYPE_BOTH, ...options, userIDList }),
        (answer) => {
          const { successUserIDList, failureUserIDList } = recordOf(answer);
          return {
            successUserIDList: recordsOf(CHECK)(successUserIDList),
            failureUserIDList: readFailures(failureUserIDList),
          };
        },
      );
    },
    update: async (userID, given) => {
      const method = 'updateFriend';
      const changes = requireOptions(method, given);
      requireID(method, 'userID', userID);
      requireBytes(method, changes, { remark: 96 });
      if (changes.remark === undefined && changes.friendCustomField === undefined)
        throw invalid(method, 'there is nothing to change: give remark or friendCustomField');
      const patch = copyPlain(changes) as FriendChanges;
      await ask(method, { ...changes, userID });
      await dispatch({ type: 'friendPatched', userID, patch });
      return getState().friends.byID.get(userID);
    },
    ...createFriendApplicationActions(context),
    ...createFriendGroupActions(context),
  };
}
