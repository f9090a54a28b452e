import type { ActionContext } from '../action-context.ts';
import * as TYPES from '../sdk/types.ts';
import { invalid, requireBytes, requireID, requireOneOf } from '../shared/limits.ts';
import { requireOptions } from '../shared/require-options.ts';
import type { FriendApplication } from './friend.ts';
import { friendSince, readApplications } from './normalize-friend.ts';

/** What can be done to requests for friendship. */
export interface FriendApplicationActions {
  /** Fetches the requests sent to me and by me. Follows the SDK's `getFriendApplicationList`. */
  readonly getApplicationList: () => Promise<FriendApplications>;
  /**
   * Accepts a request: the user is a friend then, and the request is gone. With `Response_Action_Agree` only they have me
   * as a friend, not I them. Rejects with `INVALID_ARGUMENT` (remark 96 bytes), or with what the SDK answered, where there
   * is no such request above all. Follows the SDK's `acceptFriendApplication`.
   */
  readonly acceptApplication: (userID: string, options?: AcceptApplicationOptions) => Promise<void>;
  /** Refuses a request, which then is gone. Follows the SDK's `refuseFriendApplication`. */
  readonly refuseApplication: (userID: string) => Promise<void>;
  /**
   * Deletes a request without an answer: one sent to me, or one by me. Follows the SDK's `deleteFriendApplication`.
   *
   * @example
   * await store.actions.friends.deleteApplication('alice', { type: TYPES.SNS_APPLICATION_SENT_BY_ME });
   */
  readonly deleteApplication: (
    userID: string,
    options: { readonly type: 'Pendency_Type_ComeIn' | 'Pendency_Type_SendOut' },
  ) => Promise<void>;
  /** Tells the server that I have seen the requests: none is unread then. Follows the SDK's `setFriendApplicationRead`. */
  readonly setApplicationRead: () => Promise<void>;
}

/** The requests for friendship, sent to me and by me. */
export interface FriendApplications {
  readonly friendApplicationList: readonly FriendApplication[];
  /** Of those sent to me. */
  readonly unreadCount: number;
}

/** How a request is accepted; the SDK's own names. */
export interface AcceptApplicationOptions {
  /** Whether I, too, get the user as a friend; `Response_Action_AgreeAndAdd` unless told. */
  readonly type?: 'Response_Action_Agree' | 'Response_Action_AgreeAndAdd';
  /** What I call the user from then on; at most 96 bytes. */
  readonly remark?: string;
}

/** The actions on requests for friendship. */
export function createFriendApplicationActions(context: ActionContext): FriendApplicationActions {
  const { ask, dispatch, getState } = context;
  const drop = async (userID: string, applicationType: string): Promise<void> =>
    dispatch({ type: 'friendApplicationDeleted', userID, applicationType });
  const TO_ME = TYPES.SNS_APPLICATION_SENT_TO_ME;
  return {
    getApplicationList: async () => {
      const { profiles, ...list } = readApplications(context, await ask('getFriendApplicationList'));
      await dispatch({ type: 'friendApplicationsLoaded', ...list, profiles });
      return Object.freeze(list);
    },
    acceptApplication: async (userID, given) => {
      const method = 'acceptFriendApplication';
      const options = requireOptions(method, given);
      const both = TYPES.SNS_APPLICATION_AGREE_AND_ADD;
      requireID(method, 'userID', userID);
      requireBytes(method, options, { remark: 96 });
      requireOneOf(method, options, { type: [TYPES.SNS_APPLICATION_AGREE, both] });
      const request = getState().friends.applications.find(
        (known) => known.userID === userID && known.type === TO_ME,
      );
      await ask(method, { type: both, ...options, userID });
      const time = Math.floor(context.serverTime() / 1000);
      const { remark = '', type = both } = options;
      const done = drop(userID, TO_ME);
      if (type === both) {
        const friend = friendSince(time, { userID, remark, source: request?.source ?? '' });
        await dispatch({ type: 'friendAdded', friend });
      }
      await done;
    },
    refuseApplication: async (userID) => {
      requireID('refuseFriendApplication', 'userID', userID);
      await ask('refuseFriendApplication', { userID });
      await drop(userID, TO_ME);
    },
    deleteApplication: async (userID, options) => {
      const method = 'deleteFriendApplication';
      const { type } = requireOptions(method, options);
      requireID(method, 'userID', userID);
      requireOneOf(method, { type }, { type: [TO_ME, TYPES.SNS_APPLICATION_SENT_BY_ME] });
      if (type === undefined) throw invalid(method, 'type must say whose request it is');
      await ask(method, { userID, type });
      await drop(userID, type);
    },
    setApplicationRead: async () => {
      await ask('setFriendApplicationRead');
      await dispatch({ type: 'friendApplicationsRead' });
    },
  };
}
