import { useEffect } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useConversation, useSession, useTimActions } from 'tim-reactive/react';

/** Marks a conversation as read while its newest message is on screen: at once, and again for each that comes. */
export function useReadMark(conversationID: ConversationID, isAtEnd: boolean): void {
  const { setRead } = useTimActions().conversations;
  const { status, network } = useSession();
  const unreadCount = useConversation(conversationID)?.unreadCount ?? 0;
  const isDue = isAtEnd && unreadCount > 0 && status === 'ready' && network === 'connected';
  useEffect(() => {
    // If it fails, the conversation just stays unread until the next message, or the next look at it.
    if (isDue) setRead(conversationID).catch(() => undefined);
  }, [isDue, unreadCount, setRead, conversationID]);
}
