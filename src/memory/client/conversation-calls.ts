import { TYPES } from '../../sdk/constants.ts';
import { groupOfID, peerOfID } from '../cloud/conversation-ids.ts';
import { PEOPLE_SDK_REFUSAL, REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import { type Conversation, createConversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Profiles } from './profiles.ts';
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
  profiles: Profiles,
): ConversationCalls {
  /** The peer's profile is fetched once for each conversation; until then the row has nick and avatar only. */
  const complete = async (conversationID: string, peerID: string): Promise<Conversation> => {
    const [profile] = await profiles.get([peerID], 'getConversationProfile');
    if (profile === undefined) throw sdkError(PEOPLE_SDK_REFUSAL.USER_NOT_FOUND);
    const known = conversations.get(conversationID);
    if (known !== undefined) {
      write(known, { userProfile: profile, _isInfoCompleted: true });
      return known;
    }
    const card = await connection.request(() => cloud.card(userID, conversationID));
    const conversation = conversations.open(card, false);
    write(conversation, { userProfile: profile, _isInfoCompleted: true });
    conversations.announceInPlace();
    const completed = conversations.complete(card);
    if (flavour === '3.x') await completed;
    return conversation;
  };

  return {
    get: async (conversationID) => {
      const known = conversations.get(conversationID);
      const peerID = peerOfID(conversationID);
      if (peerID !== undefined && known?._isInfoCompleted !== true) return complete(conversationID, peerID);
      if (known !== undefined) return answer('getConversationProfile', () => known);
      const card = await request('getConversationProfile', () => cloud.card(userID, conversationID));
      if (groupOfID(conversationID) !== undefined) return createConversation(flavour, card, userID);
      const conversation = conversations.open(card);
      conversations.announce();
      return conversation;
    },

    pin: async (conversationID, isPinned) => {
      const known = conversations.get(conversationID);
      if (known === undefined && flavour === '2.x') throw sdkError(REFUSAL.CONVERSATION_NOT_FOUND);
      if (known?.isPinned === isPinned) return answer('pinConversation', () => undefined);
      if (conversationID !== TYPES.CONV_SYSTEM) {
        await request('pinConversation', () =>
          cloud.people.rows.pin(userID, conversationID, isPinned, connection),
        );
      }
      const conversation =
        conversations.get(conversationID) ??
        conversations.open(await connection.request(() => cloud.card(userID, conversationID)));
      write(conversation, { isPinned });
      conversations.announce();
    },

    markRead: async (conversationID) => {
      const conversation = conversations.get(conversationID);
      if (conversation === undefined || conversation.unreadCount === 0) {
        return answer('setMessageRead', () => undefined);
      }
      if (conversation.type === TYPES.CONV_SYSTEM) {
        write(conversation, { unreadCount: 0 });
        conversations.announce();
        return;
      }
      const { groupProfile, lastMessage } = conversation;
      const upTo = groupProfile === undefined ? lastMessage.lastTime : lastMessage.lastSequence;
      await request('setMessageRead', () => cloud.markRead(userID, conversationID, upTo, connection));
      readMarks.read(conversationID, upTo);
    },
  };
}
