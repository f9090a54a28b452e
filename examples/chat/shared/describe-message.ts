import type { LastMessage, Message, MessageRow, TimState } from 'tim-reactive';
import { groupNoticeText, groupTipText, selectMemberName, selectUserName, TYPES } from 'tim-reactive';
import { customText } from './body-words.ts';
import { plainText } from './rich-text.ts';

const OTHER_KINDS: Readonly<Record<string, string>> = {
  TIMImageElem: 'Image',
  TIMSoundElem: 'Voice message',
  TIMFileElem: 'File',
  TIMFaceElem: 'Sticker',
  TIMVideoFileElem: 'Video',
  TIMLocationElem: 'Location',
  TIMRelayElem: 'Forwarded messages',
  TIMCustomElem: 'Message of an application',
};

/** A message in words: the text, or the name of its kind. */
export function contentOf(message: Message): string {
  if (message.type === 'TIMTextElem') return message.payload.text;
  return message.type === 'TIMCustomElem' ? customText(message.payload) : kindOf(message.type);
}

/** Whether it tells nothing that is to stay: a notice that somebody is typing. */
export function isPassing({ type, payload }: Message): boolean {
  return type === 'TIMCustomElem' && payload.data.includes('user_typing_status');
}

function kindOf(type: string): string {
  return `[${OTHER_KINDS[type] ?? 'Unknown message'}]`;
}

/** Whether nobody says it: it tells what has happened in a group, and stands in the middle. */
export function isLine({ type, payload }: Message): boolean {
  return type === TYPES.MSG_GRP_TIP || type === TYPES.MSG_GRP_SYS_NOTICE || isCreation(type, payload);
}

/** Whether it is the custom message that the SDK itself sends into a group that it has made. */
function isCreation(type: string, payload: unknown): boolean {
  return type === TYPES.MSG_CUSTOM && JSON.stringify(payload).includes('group_create');
}

/** Whether a message goes on where the same sender's previous one ended: then it stands close to that, without a name. */
export function follows(row: MessageRow, above: MessageRow | undefined): boolean {
  return !row.isFirstOfSender && above !== undefined;
}

/** The words of such a line, with everybody under the present name. */
export function lineOf(state: TimState, message: Message): string {
  if (message.type === 'TIMGroupTipElem') {
    return groupTipText(message, { names: (userID) => selectMemberName(state, message.to, userID) });
  }
  if (message.type === 'TIMGroupSystemNoticeElem') {
    const words = message.payload.handleMessage || message.payload.userDefinedField;
    const text = groupNoticeText(message, { names: (userID) => selectUserName(state, userID) });
    return words === '' ? text : `${text}: “${words}”`;
  }
  return `${selectMemberName(state, message.to, message.from)} created the group`;
}

/** What the conversation list says of the last message. `isNamed`: whether who wrote it is not plain anyway. */
export function previewOf(last: LastMessage, sender: { senderName: string; isNamed: boolean }): string {
  if (last.isRevoked) return `${sender.senderName} recalled a message`;
  if (last.type === TYPES.MSG_GRP_TIP) return 'Something changed in the group';
  if (isCreation(last.type, last.payload)) return `${sender.senderName} created the group`;
  // The SDK's own words for other kinds are Chinese.
  const text = last.type === TYPES.MSG_TEXT ? plainText(last.messageForShow) : kindOf(last.type);
  return sender.isNamed ? `${sender.senderName}: ${text}` : text;
}
