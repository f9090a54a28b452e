import type { LastMessage, Message } from 'tim-reactive';
import { isSameDay } from './format-time.ts';

/** How far apart two messages of one sender still read as one, in seconds. */
const PAUSE = 300;

const OTHER_KINDS: Readonly<Record<string, string>> = {
  TIMImageElem: 'Image',
  TIMSoundElem: 'Voice message',
  TIMFileElem: 'File',
  TIMFaceElem: 'Sticker',
  TIMVideoFileElem: 'Video',
  TIMLocationElem: 'Location',
  TIMRelayElem: 'Forwarded messages',
};

/** What stands in the bubble: the text, or the name of a kind that this example does not show. */
export function contentOf(message: Message): string {
  return message.type === 'TIMTextElem'
    ? message.payload.text
    : `[${OTHER_KINDS[message.type] ?? 'Unknown message'}]`;
}

/** What the conversation list says of the last message. `isNamed`: whether who wrote it is not plain anyway. */
export function previewOf(last: LastMessage, sender: { senderName: string; isNamed: boolean }): string {
  if (last.isRevoked) return `${sender.senderName} recalled a message`;
  return sender.isNamed ? `${sender.senderName}: ${last.messageForShow}` : last.messageForShow;
}

/** Whether a message is the first of its day. */
export function startsDay(previous: Message | undefined, message: Message): boolean {
  return previous === undefined || !isSameDay(previous.time, message.time);
}

/** Whether a message goes on where the same sender's previous one ended: then it stands close to that, without a name. */
export function continues(previous: Message | undefined, message: Message): boolean {
  return (
    previous !== undefined &&
    previous.from === message.from &&
    !previous.isRevoked &&
    message.time - previous.time < PAUSE &&
    isSameDay(previous.time, message.time)
  );
}
