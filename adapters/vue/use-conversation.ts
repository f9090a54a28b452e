import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Conversation, ConversationID } from '../../src/index.ts';
import { requireConversationID, selectConversation } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * One row of the conversation list; `undefined` where there is none, or no ID is given. Reading it throws
 * `INVALID_ARGUMENT` for what is no conversation ID.
 *
 * @example
 * const row = useConversation(() => props.conversationID);
 * const unread = computed(() => row.value?.unreadCount ?? 0);
 */
export function useConversation(
  conversationID: MaybeRefOrGetter<ConversationID | undefined>,
  options?: UseTimOptions,
): ComputedRef<Conversation | undefined> {
  const row = useSelected(options, selectConversation, conversationID);
  return computed(() => {
    const id = toValue(conversationID);
    if (id !== undefined) requireConversationID(id, 'show a conversation');
    return row.value;
  });
}
