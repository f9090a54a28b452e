import { selectProfile } from '../profiles/profile-selectors.ts';
import { memoize } from '../shared/memo.ts';
import type { TimState } from '../state.ts';
import type { Conversation, ConversationsState } from './conversation.ts';
import type { ConversationID } from './conversation-id.ts';
import { partnerOf } from './conversation-id.ts';

const rowsOf = memoize(({ order, byID }: ConversationsState): readonly Conversation[] =>
  Object.freeze(order.map((id) => byID.get(id)).filter((row) => row !== undefined)),
);

/** The conversation list in the SDK's order; the same array until a row or the order changes. */
export function selectConversations(state: TimState): readonly Conversation[] {
  return rowsOf(state.conversations);
}

/** One row of the list; `undefined` where there is none, or no ID is given. */
export function selectConversation(
  state: TimState,
  conversationID: ConversationID | undefined,
): Conversation | undefined {
  return conversationID && state.conversations.byID.get(conversationID);
}

/** Unread messages over all conversations that notify: not of muted ones, nor system notices. */
export function selectTotalUnreadCount(state: TimState): number {
  return state.conversations.totalUnreadCount;
}

/**
 * What a conversation is called: my remark for the peer, else the nick, else the user ID; a group's name, else its ID.
 */
export function selectConversationName(state: TimState, conversationID: ConversationID): string {
  const row = state.conversations.byID.get(conversationID);
  const partner = partnerOf(conversationID);
  if (partner === undefined) return conversationID;
  return partner.type === 'GROUP'
    ? row?.groupProfile?.name || partner.ID
    : row?.remark || selectProfile(state, partner.ID)?.nick || partner.ID;
}
