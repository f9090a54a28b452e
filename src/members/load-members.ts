import type { ActionContext } from '../action-context.ts';
import { operationOf } from '../sdk/call-sdk.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import { requireID } from '../shared/limits.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';
import { selectGroupMembersState } from './member-selectors.ts';
import { readPage } from './normalize-member.ts';

/** The most that the SDK gives at once. */
const PAGE = 100;

/** Loads pages of members; at most one at a time per group. */
export interface MemberLoader {
  /** The first page, unless it has come since the login. */
  readonly load: (groupID: string) => Promise<void>;
  /** The next page; the first, if none has come; nothing, if the last has. */
  readonly loadMore: (groupID: string) => Promise<void>;
}

/** A loader of members; whoever asks for a page that is on its way gets that one. */
export function createMemberLoader(context: ActionContext): MemberLoader {
  const running = new Map<string, Promise<void>>();
  const method = 'getGroupMemberList';
  const operation = operationOf(method);

  async function page(groupID: string): Promise<void> {
    const { ask, dispatch, getState } = context;
    context.requireReady(operation);
    const { isLoaded, offset } = selectGroupMembersState(getState(), groupID);
    const begin = isLoaded ? offset : 0;
    void dispatch({ type: 'membersStarted', groupID });
    try {
      const answer = await ask(method, { groupID, count: PAGE, offset: begin });
      const next = readPage(context, groupID, answer);
      await dispatch({
        type: 'memberPageLoaded',
        groupID,
        ...next,
        isFirst: !isLoaded,
        begin,
        isCompleted: next.offset === 0,
      });
    } catch (cause) {
      const error = toTimStoreError(cause, operation);
      await dispatch({ type: 'membersFailed', groupID, error: toErrorInfo(error) });
      throw error;
    }
  }

  function once(groupID: string): Promise<void> {
    const present = running.get(groupID);
    if (present !== undefined) return present;
    const next = page(groupID).finally(() => {
      if (running.get(groupID) === next) running.delete(groupID);
    });
    running.set(groupID, next);
    return next;
  }

  const loader =
    (isDone: 'isLoaded' | 'isCompleted') =>
    async (groupID: string): Promise<void> => {
      requireID(operation, 'groupID', groupID);
      if (!selectGroupMembersState(context.getState(), groupID)[isDone]) await once(groupID);
    };
  return { load: loader('isLoaded'), loadMore: loader('isCompleted') };
}
