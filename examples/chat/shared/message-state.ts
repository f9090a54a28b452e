import type { Message } from 'tim-reactive';

/** What the icon behind an own message says: also the name of its shape in icons.css. */
export type MessageState = 'sending' | 'sent' | 'read' | 'failed';

/** The words for it. */
export const MESSAGE_STATE_LABEL: Readonly<Record<MessageState, string>> = {
  sending: 'Sending',
  sent: 'Sent',
  read: 'Read',
  failed: 'Not sent',
};

/** How far an own message has come. */
export function messageStateOf(message: Message): MessageState {
  if (message.status === 'sending') return 'sending';
  if (message.status === 'fail') return 'failed';
  return message.isPeerRead ? 'read' : 'sent';
}
