import type { ActionContext } from '../action-context.ts';
import { askInChunks } from '../sdk/ask-in-chunks.ts';
import { readUserIDs } from '../shared/outcomes.ts';

/** What can be done to the blocklist: my list of users whose messages and requests I refuse. */
export interface BlocklistActions {
  /** Fetches it; resolves with the user IDs. Follows the SDK's `getBlacklist`. */
  readonly get: () => Promise<readonly string[]>;
  /**
   * Blocks users, 1,000 a call: none of us can write to the other any more, and who was a friend is none, as the SDK's list
   * event tells. Resolves with the whole list; the SDK's own answer may lack the new ones. Follows the SDK's
   * `addToBlacklist`.
   */
  readonly add: (userIDs: readonly string[]) => Promise<readonly string[]>;
  /** Unblocks users, 1,000 a call. Resolves with the whole list. Follows the SDK's `removeFromBlacklist`. */
  readonly remove: (userIDs: readonly string[]) => Promise<readonly string[]>;
}

/** The actions on the blocklist. */
export function createBlocklistActions(context: ActionContext): BlocklistActions {
  const { ask, dispatch, getState } = context;
  const change =
    (method: 'addToBlacklist' | 'removeFromBlacklist') =>
    async (userIDs: readonly string[]): Promise<readonly string[]> => {
      await askInChunks(
        context,
        method,
        ['userIDs', userIDs, 1000],
        (userIDList) => ({ userIDList }),
        async (_answer, chunk) => {
          const isAdded = method === 'addToBlacklist';
          const added = chunk.filter((ID) => isAdded && ID !== getState().session.userID);
          return dispatch({ type: 'blocklistChanged', added, removed: isAdded ? [] : chunk });
        },
      );
      return getState().blocklist.userIDs;
    };
  return {
    get: async () => {
      const userIDs = Object.freeze(readUserIDs(await ask('getBlacklist')));
      await dispatch({ type: 'blocklistLoaded', userIDs });
      return userIDs;
    },
    add: change('addToBlacklist'),
    remove: change('removeFromBlacklist'),
  };
}
