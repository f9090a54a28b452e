import { selectFriend } from '../friends/friend-selectors.ts';
import { selectGroupName } from '../groups/group-selectors.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import { selectProfile } from '../profiles/profile-selectors.ts';
import { memoize } from '../shared/memo.ts';
import type { Conversation, ConversationsState } from './conversation.ts';
import type { ConversationID } from './conversation-id.ts';
import { partnerOf } from './conversation-id.ts';
import { conversationRows } from './conversation-rows.ts';

const NONE: readonly Conversation[] = Object.freeze([]);

const byGroup = /* @__PURE__ */ memoize(
  (slice: ConversationsState): ReadonlyMap<string, readonly Conversation[]> => {
    const groups = new Map<string, Conversation[]>();
    for (const row of conversationRows(slice)) {
      for (const name of row.conversationGroupList) groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    for (const rows of groups.values()) Object.freeze(rows);
    return groups;
  },
);

/** The conversation list in the SDK's order; the same array until a row or the order changes. */
export const selectConversations: KeyedSelector<[], readonly Conversation[]> = /* @__PURE__ */ keyed(
  'conversations',
  (state) => conversationRows(state.conversations),
);

/** One row of the list; `undefined` where there is none, or no ID is given. */
export const selectConversation: KeyedSelector<
  [conversationID: ConversationID | undefined],
  Conversation | undefined
> = /* @__PURE__ */ keyed(
  'conversation:',
  (state, conversationID) => conversationID && state.conversations.byID.get(conversationID),
);

/** Unread messages over all conversations that notify: not of muted ones, nor system notices. */
export const selectTotalUnreadCount: KeyedSelector<[], number> = /* @__PURE__ */ keyed(
  'conversations',
  (state) => state.conversations.totalUnreadCount,
);

/** What I have begun to write in a conversation; `''` for nothing. */
export const selectDraft: KeyedSelector<[conversationID: ConversationID | undefined], string> =
  /* @__PURE__ */ keyed(
    'conversation:',
    (state, conversationID) => (conversationID && state.conversations.drafts.get(conversationID)) ?? '',
  );

/** The names of my conversation groups. */
export const selectConversationGroups: KeyedSelector<[], readonly string[]> = /* @__PURE__ */ keyed(
  'conversations',
  (state) => state.conversations.groups,
);

/** The conversations in one of my groups, in the order of the list; the same array until something of the list changes. */
export const selectConversationsInGroup: KeyedSelector<
  [groupName: string | undefined],
  readonly Conversation[]
> = /* @__PURE__ */ keyed(
  'conversations',
  (state, groupName) =>
    (groupName === undefined ? undefined : byGroup(state.conversations).get(groupName)) ?? NONE,
);

/**
 * What a conversation is called: my remark for the peer, else the nick, else the user ID; a group's name, else its ID;
 * `''` where no ID is given.
 */
export const selectConversationName: KeyedSelector<[conversationID: ConversationID | undefined], string> =
  /* @__PURE__ */ keyed(
    (conversationID) => {
      const ID = conversationID && partnerOf(conversationID)?.ID;
      return (
        conversationID && [`conversation:${conversationID}`, `group:${ID}`, `friend:${ID}`, `profile:${ID}`]
      );
    },
    (state, conversationID) => {
      const row = selectConversation(state, conversationID);
      const partner = conversationID && partnerOf(conversationID);
      if (!partner) return conversationID ?? '';
      return partner.type === 'GROUP'
        ? selectGroupName(state, partner.ID)
        : (selectFriend(state, partner.ID) ?? row)?.remark ||
            selectProfile(state, partner.ID)?.nick ||
            partner.ID;
    },
  );
