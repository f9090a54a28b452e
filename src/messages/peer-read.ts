import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { Table } from '../shared/table.ts';
import { diffTables } from '../shared/table.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import type { Message } from './message.ts';
import type { Timeline } from './timeline.ts';

/** The rows of the conversation list, now and before the event. */
export interface ConversationsBeside {
  readonly conversations: Table<ConversationID, Conversation>;
  readonly conversationsBefore: Table<ConversationID, Conversation>;
}

/** The messages, own ones marked that the peer has read, by the time that their conversation tells. */
export function withPeerRead(
  messages: readonly Message[],
  conversations: ConversationsBeside['conversations'],
): readonly Message[] {
  return messages.map((message) =>
    isUnread(message) && message.time <= (conversations.get(message.conversationID)?.peerReadTime ?? 0)
      ? Object.freeze({ ...message, isPeerRead: true })
      : message,
  );
}

/**
 * The own messages that turn out to be read: the time up to which the peer has read has risen. It is all that the SDK
 * tells of what was read while it was offline.
 */
export function newlyPeerRead(
  timelines: Table<ConversationID, Timeline>,
  { conversations, conversationsBefore }: ConversationsBeside,
): readonly Message[] {
  if (conversations === conversationsBefore) return [];
  const { added, updated } = diffTables(conversationsBefore, conversations);
  return [...added, ...updated].flatMap((id) => {
    const timeline = timelines.get(id);
    const time = conversations.get(id)?.peerReadTime ?? 0;
    const timeBefore = conversationsBefore.get(id)?.peerReadTime ?? 0;
    if (timeline === undefined || time <= timeBefore) return [];
    const unread: Message[] = [];
    for (let index = timeline.length - 1; index >= 0; index--) {
      const message = timeline.at(index);
      if (message?.status !== 'success' || message.time > time) continue;
      // All up to there were marked then, or when they came.
      if (message.time <= timeBefore) break;
      unread.push(message);
    }
    return withPeerRead(unread, conversations);
  });
}

function isUnread(message: Message): boolean {
  return (
    message.flow === 'out' &&
    !message.isPeerRead &&
    message.status === 'success' &&
    !isOrderedBySequence(message)
  );
}
