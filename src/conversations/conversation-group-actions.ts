import type { ActionContext } from '../action-context.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { requireNames } from '../shared/limits.ts';
import { readUserIDs } from '../shared/outcomes.ts';
import type { ConversationID } from './conversation-id.ts';
import type { ConversationOutcomes } from './conversation-outcomes.ts';
import { askForMany } from './conversation-outcomes.ts';

/**
 * What can be done to my own groups of conversations: folders, so to speak. A name has at most 32 bytes; the service must
 * be bought. Rows name their groups in `conversationGroupList`.
 */
export interface ConversationGroupActions {
  /** Fetches their names. Follows the SDK's `getConversationGroupList`. */
  readonly getGroupList: () => Promise<readonly string[]>;
  /** Makes one, with these conversations in it. Follows the SDK's `createConversationGroup`. */
  readonly createGroup: (
    groupName: string,
    conversationIDs: readonly ConversationID[],
  ) => Promise<ConversationOutcomes>;
  /** Deletes one; the conversations stay. Follows the SDK's `deleteConversationGroup`. */
  readonly deleteGroup: (groupName: string) => Promise<void>;
  /** Follows the SDK's `renameConversationGroup`. */
  readonly renameGroup: (oldName: string, newName: string) => Promise<void>;
  /** Puts conversations into one, 100 a call. Follows the SDK's `addConversationsToGroup`. */
  readonly addToGroup: (
    groupName: string,
    conversationIDs: readonly ConversationID[],
  ) => Promise<ConversationOutcomes>;
  /** Takes conversations out of one, 100 a call. Follows the SDK's `deleteConversationsFromGroup`. */
  readonly deleteFromGroup: (
    groupName: string,
    conversationIDs: readonly ConversationID[],
  ) => Promise<ConversationOutcomes>;
}

/** The actions on groups of conversations. */
export function createConversationGroupActions(context: ActionContext): ConversationGroupActions {
  const { ask, dispatch } = context;
  const changed = async (
    groupName: string,
    change: {
      readonly newName?: string | undefined;
      readonly added?: readonly ConversationID[];
      readonly removed?: readonly ConversationID[];
    },
  ): Promise<void> =>
    dispatch({
      type: 'conversationGroupChanged',
      groupName,
      newName: groupName,
      added: [],
      removed: [],
      ...change,
    });
  const change =
    (method: OptionalSdkMethod, key: 'added' | 'removed') =>
    async (groupName: string, conversationIDs: readonly ConversationID[]): Promise<ConversationOutcomes> => {
      requireNames(method, { groupName }, 32);
      return askForMany(context, method, conversationIDs, { groupName }, async (successes) =>
        changed(groupName, { [key]: successes }),
      );
    };
  return {
    getGroupList: async () => {
      const groups = Object.freeze(readUserIDs(await ask('getConversationGroupList')));
      await dispatch({ type: 'conversationGroupsLoaded', groups });
      return groups;
    },
    createGroup: change('createConversationGroup', 'added'),
    deleteGroup: async (groupName) => {
      requireNames('deleteConversationGroup', { groupName }, 32);
      await ask('deleteConversationGroup', groupName);
      await changed(groupName, { newName: undefined });
    },
    renameGroup: async (oldName, newName) => {
      requireNames('renameConversationGroup', { oldName, newName }, 32);
      await ask('renameConversationGroup', { oldName, newName });
      await changed(oldName, { newName });
    },
    addToGroup: change('addConversationsToGroup', 'added'),
    deleteFromGroup: change('deleteConversationsFromGroup', 'removed'),
  };
}
