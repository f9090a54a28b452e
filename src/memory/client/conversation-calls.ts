import { groupOfID } from '../cloud/conversation-ids.ts';
import { REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import { type Conversation, createConversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { ReadMarks } from './read-marks.ts';

/** What the application may ask about and do to a conversation. */
export interface ConversationCalls {
  /** One that is not there yet is added, unless it is a group: then the bare object is answered. */
  readonly get: (conversationID: string) => Promise<Conversation>;
  readonly pin: (conversationID: string, isPinned: boolean) => Promise<void>;
  /** Up to its last message. The server hears of it only if something is unread. */
  readonly markRead: (conversationID: string) => Promise<void>;
}

/** The calls of one login. They reject with an `SdkError`. */
export function createConversationCalls(
  { answer, cloud, connection, flavour, request, userID, write }: Context,
  conversations: Conversations,
  readMarks: ReadMarks,
): ConversationCalls {
  return {
    get: async (conversationID) => {
      const known = conversations.get(conversationID);
      if (known !== undefined) return answer('getConversationProfile', () => known);
      const card = await request('getConversationProfile', () => cloud.card(userID, conversationID));
      if (groupOfID(conversationID) !== undefined) return createConversation(flavour, card, userID);
      const conversation = conversations.open(card);
      conversations.announce();
      return conversation;
    },

    pin: async (conversationID, isPinned) => {
      const conversation = conversations.get(conversationID);
      if (conversation === undefined && flavour === '2.x') throw sdkError(REFUSAL.CONVERSATION_NOT_FOUND);
      await request('pinConversation', () => cloud.pin(userID, conversationID, isPinned));
      if (conversation === undefined) return;
      write(conversation, { isPinned });
      conversations.announce();
    },

    markRead: async (conversationID) => {
      const conversation = conversations.get(conversationID);
      if (conversation === undefined || conversation.unreadCount === 0) {
        return answer('setMessageRead', () => undefined);
      }
      const { groupProfile, lastMessage } = conversation;
      const upTo = groupProfile === undefined ? lastMessage.lastTime : lastMessage.lastSequence;
      await request('setMessageRead', () => cloud.markRead(userID, conversationID, upTo, connection));
      readMarks.read(conversationID, upTo);
    },
  };
}
