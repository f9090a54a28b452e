import type { ActionContext } from '../action-context.ts';
import type { AccountScope } from '../session/account-scope.ts';
import { recordOf } from '../shared/fields.ts';
import { requireID, requireOneOf } from '../shared/limits.ts';
import { listIn } from '../shared/outcomes.ts';
import { isRecord } from '../shared/plain.ts';
import { plain } from '../shared/read-record.ts';
import { unable } from '../shared/unable.ts';
import { NOTICE, readGroupNotice } from './group-notice.ts';
import type { GroupApplication } from './group.ts';
import { normalizeApplication } from './normalize-group.ts';

/** Requests of others to join groups that I administer. */
export interface GroupApplicationActions {
  /**
   * Fetches the requests that nobody has answered, and brings the pending ones of the state in line: those that another
   * admin answered are gone. From 3.x on. Follows the SDK's `getGroupApplicationList`.
   */
  readonly getApplicationList: () => Promise<readonly GroupApplication[]>;
  /**
   * Lets somebody into a group, or not. `ID` is a request's of the state, or of the notice (a message of the system
   * conversation) that told of it. The request is `agreed` or `rejected` in the state then. Follows the SDK's
   * `handleGroupApplication`.
   *
   * Rejects with `UNKNOWN_MESSAGE` for another ID, and with what the SDK answered: another admin may have been faster.
   *
   * @example
   * for (const { ID, status } of selectGroupApplications(store.getState()))
   *   if (status === 'pending') await store.actions.groups.handleApplication(ID, 'Agree', { handleMessage: 'Welcome' });
   */
  readonly handleApplication: (
    ID: string,
    handleAction: 'Agree' | 'Reject',
    options?: { readonly handleMessage?: string },
  ) => Promise<void>;
}

/** The actions on requests to join. */
export function createGroupApplicationActions(context: ActionContext): GroupApplicationActions {
  const { ask, dispatch } = context;
  /** The list as it came last, and the SDK's own objects in it, by the IDs that they have here; of each account its own. */
  const listed = new WeakMap<AccountScope, ReadonlyMap<string, readonly [GroupApplication, unknown]>>();

  /** Whose request it is, and what the SDK wants to be given back: the notice, or what its list had. */
  const find = (
    operation: string,
    ID: string,
  ): readonly [Pick<GroupApplication, 'groupID' | 'userID'>, object] => {
    const pair = listed.get(context.scope())?.get(ID);
    if (pair !== undefined) return [pair[0], { application: pair[1] }];
    const message: unknown = context.handles.get(ID);
    const payload = recordOf(message)['payload'];
    const notice = isRecord(payload) ? readGroupNotice(payload) : undefined;
    if (notice?.operationType === NOTICE.APPLICATION)
      return [{ groupID: notice.groupProfile.groupID, userID: notice.operatorID }, { message }];
    throw unable('UNKNOWN_MESSAGE', operation, `"${ID}" is no request to join`);
  };

  return {
    getApplicationList: async () => {
      const live = listIn(recordOf(await ask('getGroupApplicationList'))['applicationList']);
      const pairs = context.readEach(live, (item) => [normalizeApplication(item), item] as const);
      const applications = Object.freeze(pairs.map(([application]) => application));
      listed.set(context.scope(), new Map(pairs.map((pair) => [pair[0].ID, pair])));
      await dispatch({ type: 'applicationsLoaded', applications });
      return applications;
    },
    handleApplication: async (ID, handleAction, options) => {
      const method = 'handleGroupApplication';
      requireID(method, 'ID', ID);
      requireOneOf(method, { handleAction: handleAction ?? '' }, { handleAction: ['Agree', 'Reject'] });
      context.requireReady(method);
      const [{ groupID, userID }, given] = find(method, ID);
      await ask(method, { handleAction, ...plain<object>(options ?? {}, undefined), ...given });
      const status = handleAction === 'Agree' ? 'agreed' : 'rejected';
      await dispatch({ type: 'applicationHandled', groupID, userID, status });
    },
  };
}
