import type { ConversationID, TimStore } from 'tim-reactive';
import { mentionedIn } from './rich-text.ts';

/** Sends what was written; in a group, who is called by `@` and their name is mentioned. */
export function sendText(
  { actions, getState }: TimStore,
  conversationID: ConversationID,
  text: string,
): void {
  const mentioned = mentionedIn(getState(), conversationID, text);
  if (mentioned.length === 0) actions.messages.sendText(conversationID, text);
  else actions.messages.sendTextAt(conversationID, text, mentioned);
}
