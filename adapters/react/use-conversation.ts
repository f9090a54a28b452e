import type { Conversation, ConversationID } from '../../src/index.ts';
import { requireConversationID, selectConversation } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * One row of the conversation list; `undefined` where there is none, or no ID is given. Throws `INVALID_ARGUMENT` for
 * what is no conversation ID.
 *
 * @example
 * const unread = useConversation(c2cID('alice'))?.unreadCount ?? 0;
 */
export function useConversation(
  conversationID: ConversationID | undefined,
  options?: UseTimOptions,
): Conversation | undefined {
  const id =
    conversationID === undefined ? undefined : requireConversationID(conversationID, 'show a conversation');
  return useSelected(options, selectConversation, id);
}
