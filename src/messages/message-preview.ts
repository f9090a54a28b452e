import type { GroupNoticeWords, GroupTexts, GroupTipWords } from '../groups/group-texts.ts';
import { groupNoticeText, groupTipText } from '../groups/group-texts.ts';
import type { Message } from './message.ts';
import type { MessageType } from './message-payloads.ts';

/** The words of previews; `%s` stands for what is said of the one message. */
export type PreviewTexts = Readonly<Record<MessageType | 'revoked', string>>;

/** How a preview is worded. */
export interface PreviewOptions {
  /** The words that differ from the English ones. */
  readonly texts?: Partial<PreviewTexts>;
  /** What a user is called; the user ID unless told. */
  readonly names?: (userID: string) => string;
  /** What tips say, by operation type, as `groupTipText` takes it; the English lines stand for those that are missing. */
  readonly tips?: GroupTexts<GroupTipWords>;
  /** The same of system notices: `groupNoticeText`. */
  readonly notices?: GroupTexts<GroupNoticeWords>;
}

const ENGLISH: PreviewTexts = {
  TIMTextElem: '%s',
  TIMImageElem: '[Image]',
  TIMSoundElem: '[Voice]',
  TIMVideoFileElem: '[Video]',
  TIMFileElem: '[File] %s',
  TIMCustomElem: '[Custom] %s',
  TIMFaceElem: '[Sticker]',
  TIMLocationElem: '[Location] %s',
  TIMRelayElem: '[Chat history] %s',
  TIMGroupTipElem: '%s',
  TIMGroupSystemNoticeElem: '%s',
  unknown: '[Message]',
  revoked: '%s recalled a message',
};

/**
 * A message in one line, for lists, notifications and the abstracts of mergers; in English, or in the words that are given.
 *
 * @example
 * messagePreview(message, { names: (userID) => selectUserName(state, userID) }); // '[File] plan.pdf'
 */
export function messagePreview(message: Message, options: PreviewOptions = {}): string {
  const texts: PreviewTexts = { ...ENGLISH, ...options.texts };
  const text = message.isRevoked ? texts.revoked : texts[message.type];
  const detail = message.isRevoked
    ? (options.names ?? String)(message.revoker || message.from)
    : detailOf(message, options);
  return text
    .replace('%s', () => detail)
    .replace(/\s+/g, ' ')
    .trim();
}

function detailOf(message: Message, { names = String, tips, notices }: PreviewOptions): string {
  switch (message.type) {
    case 'TIMTextElem':
      return message.payload.text;
    case 'TIMFileElem':
      return message.payload.fileName;
    case 'TIMCustomElem':
    case 'TIMLocationElem':
      return message.payload.description;
    case 'TIMRelayElem':
      return message.payload.title;
    case 'TIMFaceElem':
      return message.payload.data;
    case 'TIMSoundElem':
      return String(message.payload.second);
    case 'TIMVideoFileElem':
      return String(message.payload.videoSecond);
    case 'TIMGroupTipElem':
      return groupTipText(message, { names, texts: tips });
    case 'TIMGroupSystemNoticeElem':
      return groupNoticeText(message, { names, texts: notices });
    default:
      return '';
  }
}
