import type { TimEventReaders } from '../events.ts';
import { numberOf, requireRecord, textOf } from '../shared/fields.ts';
import { listOf } from '../shared/read-record.ts';
import type { ConversationReader } from './read-conversations.ts';

/** Reads the events on conversations; `userID` tells whose they are. */
export function conversationReaders(
  read: ConversationReader,
  userID: () => string | undefined,
): TimEventReaders<
  | 'CONVERSATION_LIST_UPDATED'
  | 'TOTAL_UNREAD_MESSAGE_COUNT_UPDATED'
  | 'CONVERSATION_GROUP_LIST_UPDATED'
  | 'CONVERSATION_IN_GROUP_UPDATED'
> {
  return {
    CONVERSATION_LIST_UPDATED: (live) => {
      const { conversations, profiles } = read(live, userID());
      return { data: conversations, profiles };
    },
    TOTAL_UNREAD_MESSAGE_COUNT_UPDATED: (live) => ({ data: numberOf(live) }),
    CONVERSATION_GROUP_LIST_UPDATED: (live) => ({ data: listOf<string>(live, undefined) }),
    CONVERSATION_IN_GROUP_UPDATED: (live) => {
      const raw = requireRecord(live, 'a CONVERSATION_IN_GROUP_UPDATED event');
      const { conversations, profiles } = read(raw['conversationList'], userID());
      const data = Object.freeze({
        groupName: textOf(raw['groupName']),
        conversationList: conversations,
      });
      return { data, profiles };
    },
  };
}
