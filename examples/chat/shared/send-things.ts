import type { ConversationID, MessageActions, TimStore } from 'tim-reactive';
import { keepSend } from './sends.ts';
import type { Sticker } from './stickers.ts';

type FileSender = 'sendImage' | 'sendVideo' | 'sendAudio' | 'sendFile';

/** What the SDK takes as what; everything else goes as a file. */
const SENDERS: readonly (readonly [RegExp, FileSender & keyof MessageActions])[] = [
  [/\.(jpe?g|gif|png|bmp|webp)$/i, 'sendImage'],
  [/\.(mp4|mov)$/i, 'sendVideo'],
  [/\.(mp3|m4a|wav|ogg|aac)$/i, 'sendAudio'],
];

/** Sends files, each as the type of message that its name tells. */
export function sendFiles(store: TimStore, conversationID: ConversationID, files: Iterable<File>): void {
  for (const file of files) {
    const send = SENDERS.find(([pattern]) => pattern.test(file.name))?.[1] ?? 'sendFile';
    keepSend(store, store.actions.messages[send](conversationID, file));
  }
}

/** Sends a sticker. */
export function sendSticker(store: TimStore, conversationID: ConversationID, { index, data }: Sticker): void {
  keepSend(store, store.actions.messages.sendFace(conversationID, { index, data }));
}

/** Where the clients pretend to be. */
const HERE = { description: 'The station, platform 3', longitude: 11.4009, latitude: 47.2632 };

/** Sends where I am. */
export function sendLocation(store: TimStore, conversationID: ConversationID): void {
  keepSend(store, store.actions.messages.sendLocation(conversationID, HERE));
}
