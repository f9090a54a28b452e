import type { RawMessage } from './driver.ts';

/** The messages of each conversation, in their order: for libraries that take many at once. */
export function byConversation(messages: readonly RawMessage[]): Record<string, RawMessage[]> {
  const grouped: Record<string, RawMessage[]> = {};
  for (const message of messages) (grouped[message.conversationID] ??= []).push(message);
  return grouped;
}
