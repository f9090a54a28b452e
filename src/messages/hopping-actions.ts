import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { requireConversationID } from '../conversations/conversation-id.ts';
import { requireWhole } from '../shared/limits.ts';
import type { HopOptions } from './hop.ts';
import { HOP_SIZE, hop } from './hop.ts';
import type { Message } from './message.ts';

/** Reading a conversation from anywhere. */
export interface HoppingActions {
  /**
   * A page of messages from a place in the conversation, oldest first; they are put into no timeline. Rejects with
   * `INVALID_ARGUMENT` for a `count` that is not from 1 to 15. Follows the SDK's `getMessageListHopping`.
   */
  readonly getHopping: (conversationID: ConversationID, options?: HopOptions) => Promise<MessagePage>;
}

/** Some messages of a conversation. */
export interface MessagePage {
  readonly messages: readonly Message[];
  /** Whether nothing lies beyond, in the direction asked for. */
  readonly isCompleted: boolean;
  /** Where the next page begins, that one included: a sequence in groups, a time in C2C; 0 at the end. */
  readonly next: number;
}

/** The action that reads from anywhere. */
export function createHoppingActions(context: ActionContext): HoppingActions {
  return {
    getHopping: async (id, options = {}) => {
      const operation = 'get messages';
      const conversationID = requireConversationID(id, operation);
      requireWhole(operation, 'count', options.count ?? HOP_SIZE, 1, HOP_SIZE);
      const { read, next } = await hop(context, conversationID, options);
      const { messages, ...sightings } = read;
      await context.dispatch({ type: 'profilesLoaded', ...sightings });
      return Object.freeze({ messages, isCompleted: next === undefined, next: next ?? 0 });
    },
  };
}
