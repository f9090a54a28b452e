import { selectFriend } from '../friends/friend-selectors.ts';
import { selectGroupName } from '../groups/group-selectors.ts';
import { selectProfile } from '../profiles/profile-selectors.ts';
import { memoize } from '../shared/memo.ts';
import type { TimState } from '../state.ts';
import type { Conversation, ConversationsState } from './conversation.ts';
import type { ConversationID } from './conversation-id.ts';
import { partnerOf } from './conversation-id.ts';

const rowsOf = memoize(({ order, byID }: ConversationsState): readonly Conversation[] =>
  Object.freeze(order.map((id) => byID.get(id)).filter((row) => row !== undefined)),
);

const NONE: readonly Conversation[] = Object.freeze([]);

const byGroup = memoize((slice: ConversationsState): ReadonlyMap<string, readonly Conversation[]> => {
  const groups = new Map<string, Conversation[]>();
  for (const row of rowsOf(slice)) {
    for (const name of row.conversationGroupList) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  for (const rows of groups.values()) Object.freeze(rows);
  return groups;
});

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

/** What I have begun to write in a conversation; `''` for nothing. */
export function selectDraft(state: TimState, conversationID: ConversationID | undefined): string {
  return (conversationID && state.conversations.drafts.get(conversationID)) ?? '';
}

/** The names of my conversation groups. */
export function selectConversationGroups(state: TimState): readonly string[] {
  return state.conversations.groups;
}

/** The conversations in one of my groups, in the order of the list; the same array until something of the list changes. */
export function selectConversationsInGroup(
  state: TimState,
  groupName: string | undefined,
): readonly Conversation[] {
  return (groupName === undefined ? undefined : byGroup(state.conversations).get(groupName)) ?? NONE;
}

/**
 * What a conversation is called: my remark for the peer, else the nick, else the user ID; a group's name, else its ID.
 */
export function selectConversationName(state: TimState, conversationID: ConversationID): string {
  const row = state.conversations.byID.get(conversationID);
  const partner = partnerOf(conversationID);
  if (partner === undefined) return conversationID;
  return partner.type === 'GROUP'
    ? selectGroupName(state, partner.ID)
    : (selectFriend(state, partner.ID) ?? row)?.remark ||
        selectProfile(state, partner.ID)?.nick ||
        partner.ID;
}
