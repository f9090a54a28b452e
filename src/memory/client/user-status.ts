import { EVENT, TYPES } from '../../sdk/constants.ts';
import type { UserStatus } from '../cloud/people-wire.ts';
import { PEOPLE_REFUSAL } from '../codes.ts';
import type { Context } from './context.ts';
import type { FailedUser } from './friend.ts';

/** What getUserStatus answers. */
export interface UserStatusList {
  readonly successUserList: readonly UserStatus[];
  readonly failureUserList: readonly FailedUser[];
}

/** Who is there, as far as a client asks. */
export interface UserStatuses {
  readonly setMine: (customStatus: string) => Promise<UserStatus>;
  /** This user's own comes first and from memory. */
  readonly get: (userIDs: readonly string[]) => Promise<UserStatusList>;
  readonly subscribe: (userIDs: readonly string[]) => Promise<readonly FailedUser[]>;
  /** All of them, where none are named. */
  readonly unsubscribe: (userIDs: readonly string[]) => Promise<readonly FailedUser[]>;
  readonly receive: (statuses: readonly UserStatus[]) => void;
}

/** More are not asked for, and not answered. */
const MAX_QUERIED = 500;
const MAX_SUBSCRIBED = 100;

/** The statuses of one login. */
export function createUserStatuses({ cloud, emit, request, userID: me }: Context): UserStatuses {
  const { presence, profiles } = cloud.people;
  let customStatus = '';

  const failures = (userIDs: readonly string[]): readonly FailedUser[] => {
    const known = new Set(profiles.get(userIDs).map(({ userID }) => userID));
    const code = PEOPLE_REFUSAL.NO_SUCH_USER_FOR_STATUS;
    return userIDs.filter((userID) => !known.has(userID)).map((userID) => ({ userID, code, message: '' }));
  };

  const mine = (): UserStatus => ({ userID: me, statusType: TYPES.USER_STATUS_ONLINE, customStatus });

  return {
    setMine: async (status) => {
      await request('setSelfStatus', () => presence.setCustom(me, status));
      customStatus = status;
      return mine();
    },

    get: async (userIDs) => {
      const own = userIDs.includes(me) ? [mine()] : [];
      const others = userIDs.filter((userID) => userID !== me).slice(0, MAX_QUERIED);
      if (others.length === 0) return { successUserList: own, failureUserList: [] };
      return request('getUserStatus', () => ({
        successUserList: [...own, ...presence.get(others)],
        failureUserList: failures(others),
      }));
    },

    subscribe: (userIDs) => {
      const wanted = userIDs.slice(0, MAX_SUBSCRIBED);
      return request('subscribeUserStatus', () => {
        presence.watch(me, wanted);
        return failures(wanted);
      });
    },

    unsubscribe: (userIDs) => {
      const unwanted = userIDs.slice(0, MAX_SUBSCRIBED);
      return request('unsubscribeUserStatus', () => {
        presence.unwatch(me, unwanted);
        return failures(unwanted);
      });
    },

    receive: (statuses) => {
      const own = statuses.find(({ userID }) => userID === me);
      if (own !== undefined) customStatus = own.customStatus;
      emit(
        EVENT.USER_STATUS_UPDATED,
        statuses.map((status) => ({ ...status })),
      );
    },
  };
}
