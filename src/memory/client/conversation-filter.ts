import { TYPES } from '../../sdk/constants.ts';
import type { Conversation } from './conversation.ts';

/** Which conversations getConversationList answers: those of the IDs, or those for which everything that is set holds. */
export type ConversationFilter =
  | readonly string[]
  | {
      readonly type?: string;
      /** 0 for those without any mark. */
      readonly markType?: number;
      /** '' for those in no group. */
      readonly groupName?: string;
      readonly hasUnreadCount?: boolean;
      readonly hasGroupAtInfo?: boolean;
    };

/** Those of the list that the filter lets through, in their order. What is no filter at all lets nothing through. */
export function filterConversations(
  conversations: readonly Conversation[],
  filter: ConversationFilter | undefined,
): readonly Conversation[] {
  if (filter === undefined) return conversations;
  if (isList(filter)) return conversations.filter(({ conversationID }) => filter.includes(conversationID));
  if (typeof filter !== 'object' || filter === null) return [];
  const { type, markType, groupName, hasUnreadCount, hasGroupAtInfo } = filter;
  const isOfType = type === TYPES.CONV_C2C || type === TYPES.CONV_GROUP;
  return conversations.filter(
    (conversation) =>
      (!isOfType || conversation.type === type) &&
      (typeof markType !== 'number' || hasOrNone(conversation.markList, markType, 0)) &&
      (typeof groupName !== 'string' || hasOrNone(conversation.conversationGroupList, groupName, '')) &&
      isOrNot(conversation.unreadCount, hasUnreadCount) &&
      isOrNot(conversation.groupAtInfoList.length, hasGroupAtInfo),
  );
}

function isList(filter: ConversationFilter): filter is readonly string[] {
  return Array.isArray(filter);
}

function hasOrNone<Item>(items: readonly Item[], wanted: Item, none: Item): boolean {
  return wanted === none ? items.length === 0 : items.includes(wanted);
}

function isOrNot(count: number, wanted: boolean | undefined): boolean {
  return typeof wanted !== 'boolean' || count > 0 === wanted;
}
