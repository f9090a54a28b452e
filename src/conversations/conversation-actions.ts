import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from './conversation-id.ts';
import { requireConversationID } from './conversation-id.ts';

/** What can be done to conversations. */
export interface ConversationActions {
  /**
   * Marks all messages of a conversation as read, on the server and here: `unreadCount` is 0 when the promise
   * resolves, without waiting for the SDK's list event. Follows the SDK's `setMessageRead`.
   *
   * Rejects with `INVALID_ARGUMENT`, or with what the SDK answered.
   */
  readonly setRead: (conversationID: ConversationID) => Promise<void>;
}

/** The actions on conversations. */
export function createConversationActions(context: ActionContext): ConversationActions {
  return {
    setRead: async (id) => {
      const conversationID = requireConversationID(id, 'mark as read');
      await context.call(`mark ${conversationID} as read`, 'setMessageRead', { conversationID });
      await context.dispatch({ type: 'conversationRead', conversationID });
    },
  };
}
