import type { ConversationID, TimStore } from 'tim-reactive';
import { mentionedIn } from './rich-text.ts';
import { keepSend } from './sends.ts';

/** Sends what was written; in a group, who is called by `@` and their name is mentioned. */
export function sendText(store: TimStore, conversationID: ConversationID, text: string): void {
  const { messages } = store.actions;
  const mentioned = mentionedIn(store.getState(), conversationID, text);
  keepSend(
    store,
    mentioned.length === 0
      ? messages.sendText(conversationID, text)
      : messages.sendTextAt(conversationID, text, mentioned),
  );
}
