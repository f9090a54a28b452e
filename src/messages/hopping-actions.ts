import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { requireConversationID } from '../conversations/conversation-id.ts';
import { flagOf, numberOf, recordOf } from '../shared/fields.ts';
import { requireWhole } from '../shared/limits.ts';
import type { Message } from './message.ts';
import { readMessages } from './read-messages.ts';

/** Reading a conversation from anywhere. */
export interface HoppingActions {
  /**
   * A page of messages from a place in the conversation, oldest first; they are put into no timeline. Rejects with
   * `INVALID_ARGUMENT` for a `count` that is not from 1 to 15. Follows the SDK's `getMessageListHopping`.
   */
  readonly getHopping: (conversationID: ConversationID, options?: HoppingOptions) => Promise<MessagePage>;
}

/** From where, and which way. */
export interface HoppingOptions {
  /** Groups: the sequence to begin at. */
  readonly sequence?: number;
  /** C2C: the second to begin at. */
  readonly time?: number;
  /** 0 (the default) older ones, 1 newer ones. */
  readonly direction?: 0 | 1;
  /** From 1 to 15, which is the default. */
  readonly count?: number;
}

/** Some messages of a conversation. */
export interface MessagePage {
  readonly messages: readonly Message[];
  /** Whether nothing lies beyond, in the direction asked for. */
  readonly isCompleted: boolean;
  /** Where the next page begins, that one included: a sequence in groups, a time in C2C; 0 at the end. */
  readonly next: number;
}

const MOST = 15;

/** The action that reads from anywhere. */
export function createHoppingActions(context: ActionContext): HoppingActions {
  return {
    getHopping: async (id, options = {}) => {
      const operation = 'get messages';
      const conversationID = requireConversationID(id, operation);
      const { count = MOST } = options;
      requireWhole(operation, 'count', count, 1, MOST);
      const data = await context.ask('getMessageListHopping', { conversationID, ...options, count });
      const { messageList, isCompleted, ...rest } = recordOf(data);
      const { messages, ...sightings } = readMessages(context, messageList ?? [], true);
      await context.dispatch({ type: 'profilesLoaded', ...sightings });
      const next = numberOf(rest['nextMessageSeq'] || rest['nextMessageTime']);
      // Lite goes on at 0, which asks for the newest again; 3.x goes on for ever after the newest.
      const isOver = next === 0 || (options.direction === 1 && messages.length === 0);
      return Object.freeze({ messages, isCompleted: isOver || flagOf(isCompleted), next: isOver ? 0 : next });
    },
  };
}
