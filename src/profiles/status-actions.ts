import type { ActionContext } from '../action-context.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import { recordOf } from '../shared/fields.ts';
import { invalid } from '../shared/limits.ts';
import type { UserFailure } from '../shared/outcomes.ts';
import { listIn, readFailures } from '../shared/outcomes.ts';
import { normalizeStatus } from './normalize-profile.ts';
import type { UserStatus } from './profile.ts';

/** Who is online. Changes come to `selectUserStatus`; of others only after a subscription, which the service must allow. */
export interface StatusActions {
  /** Sets what others see beside my being online; `''` for nothing. Follows the SDK's `setSelfStatus`. */
  readonly setSelfStatus: (customStatus: string) => Promise<UserStatus>;
  /** Fetches who is online, 500 a call. Follows the SDK's `getUserStatus`. */
  readonly getStatus: (userIDs: readonly string[]) => Promise<UserStatuses>;
  /** Asks to be told of changes, 100 a call; resolves with those for whom it failed. Follows the SDK's `subscribeUserStatus`. */
  readonly subscribeStatus: (userIDs: readonly string[]) => Promise<readonly UserFailure[]>;
  /**
   * Ends that, for these users or for all, 100 a call; what the state has of them stays, and ages. Follows the SDK's
   * `unsubscribeUserStatus`.
   */
  readonly unsubscribeStatus: (userIDs?: readonly string[]) => Promise<readonly UserFailure[]>;
}

/** Who is online, and of whom it could not be told. */
export interface UserStatuses {
  readonly successUserList: readonly UserStatus[];
  readonly failureUserList: readonly UserFailure[];
}

/** The actions on statuses. */
export function createStatusActions(context: ActionContext): StatusActions {
  const { ask, dispatch } = context;
  const failuresOf = (answer: unknown): readonly UserFailure[] =>
    readFailures(recordOf(answer)['failureUserList']);
  const change =
    (method: 'subscribeUserStatus' | 'unsubscribeUserStatus') =>
    async (userIDs: readonly string[]): Promise<readonly UserFailure[]> =>
      askForLists(context, method, ['userIDs', userIDs, 100], (userIDList) => ({ userIDList }), failuresOf);
  const unsubscribe = change('unsubscribeUserStatus');
  return {
    setSelfStatus: async (customStatus) => {
      if (typeof customStatus !== 'string') throw invalid('setSelfStatus', 'customStatus must be a string');
      const status = normalizeStatus(await ask('setSelfStatus', { customStatus }));
      await dispatch({ type: 'statusesLoaded', statuses: [status] });
      return status;
    },
    getStatus: async (userIDs) =>
      askForLists(
        context,
        'getUserStatus',
        ['userIDs', userIDs, 500],
        (userIDList) => ({ userIDList }),
        async (answer) => {
          const live = listIn(recordOf(answer)['successUserList']);
          const statuses = context.readEach(live, normalizeStatus);
          await dispatch({ type: 'statusesLoaded', statuses });
          return { successUserList: statuses, failureUserList: failuresOf(answer) };
        },
      ),
    subscribeStatus: change('subscribeUserStatus'),
    unsubscribeStatus: async (userIDs) =>
      userIDs === undefined
        ? failuresOf(await ask('unsubscribeUserStatus', { userIDList: [] }))
        : unsubscribe(userIDs),
  };
}
