import type { ActionContext } from '../action-context.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import { createSharing } from '../shared/create-sharing.ts';
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
  const share = createSharing();
  const method = 'getGroupMemberList';

  async function page(groupID: string): Promise<void> {
    const { ask, dispatch, getState } = context;
    context.requireReady(method);
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
      const error = toTimStoreError(cause, method);
      await dispatch({ type: 'membersFailed', groupID, error: toErrorInfo(error) });
      throw error;
    }
  }

  const loader =
    (isDone: 'isLoaded' | 'isCompleted') =>
    async (groupID: string): Promise<void> => {
      requireID(method, 'groupID', groupID);
      if (!selectGroupMembersState(context.getState(), groupID)[isDone])
        await share(groupID, async () => page(groupID));
    };
  return { load: loader('isLoaded'), loadMore: loader('isCompleted') };
}
