import type { ConversationID, Message, TimState, TimStore } from 'tim-reactive';
import { messagePreview, selectMessage, selectSenderName } from 'tim-reactive';
import { plainText } from './rich-text.ts';
import { keepSend } from './sends.ts';

/** How many lines the card of merged messages has. */
const LINES = 4;

/** Sends messages on, in their order: as one, which opens to show them, or each by itself. */
export function forward(
  store: TimStore,
  to: ConversationID,
  IDs: readonly string[],
  { asOne, from }: { readonly asOne: boolean; readonly from: string },
): void {
  const { messages } = store.actions;
  const state = store.getState();
  const chosen = IDs.flatMap((ID) => selectMessage(state, ID) ?? []);
  if (!asOne) for (const { ID } of chosen) keepSend(store, messages.forward(to, ID));
  else {
    const lines = chosen.slice(0, LINES).map((message) => lineFor(state, message));
    const merger = {
      title: `Chat history: ${from}`,
      abstractList: lines,
      compatibleText: 'Forwarded messages',
    };
    keepSend(store, messages.sendMerger(to, { ...merger, IDs: chosen.map(({ ID }) => ID) }));
  }
}

function lineFor(state: TimState, message: Message): string {
  return `${selectSenderName(state, message)}: ${plainText(messagePreview(message))}`;
}
