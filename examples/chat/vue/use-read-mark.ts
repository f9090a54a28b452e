import type { ConversationID } from 'tim-reactive';
import { useConversation, useSession, useTimActions } from 'tim-reactive/vue';
import { computed, watchEffect } from 'vue';

/** Marks a conversation as read while its newest message is on screen: at once, and again for each that comes. */
export function useReadMark(conversationID: () => ConversationID, isAtEnd: () => boolean): void {
  const { setRead } = useTimActions().conversations;
  const session = useSession();
  const row = useConversation(conversationID);
  const isOnline = computed(() => session.value.status === 'ready' && session.value.network === 'connected');
  const unreadCount = computed(() => row.value?.unreadCount ?? 0);
  watchEffect(() => {
    if (!isAtEnd() || !isOnline.value || unreadCount.value === 0) return;
    // If it fails, the conversation just stays unread until the next message, or the next look at it.
    setRead(conversationID()).catch(() => undefined);
  });
}
