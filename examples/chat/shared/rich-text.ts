import type { ConversationID, Message, TextSegment, TimState } from 'tim-reactive';
import {
  parseText,
  partnerOf,
  selectGroupMembersState,
  selectMemberName,
  selectProfile,
  selectTimeline,
  TYPES,
} from 'tim-reactive';

/** Some of the codes that the vendor's UI kits write for emoji. */
const EMOJI: Readonly<Record<string, string>> = {
  '[TUIEmoji_Smile]': '🙂',
  '[TUIEmoji_TearsLaugh]': '😂',
  '[TUIEmoji_Wail]': '😭',
  '[TUIEmoji_Kiss]': '😘',
  '[TUIEmoji_Heart]': '❤️',
  '[TUIEmoji_Like]': '👍',
  '[TUIEmoji_Ok]': '👌',
  '[TUIEmoji_Sun]': '☀️',
  '[TUIEmoji_Coffee]': '☕',
  '[TUIEmoji_Cake]': '🎂',
};

/** What mentions everybody. */
const ALL = 'all';

/** The user IDs of those who can be mentioned, by what they are called. */
type Mentions = Readonly<Record<string, string>>;

/** Nobody is mentioned. */
export const NO_MENTIONS: Mentions = {};

/** A text cut up into what is shown in different ways. */
export function segmentsOf(text: string, mentions: Mentions = NO_MENTIONS): readonly TextSegment<string>[] {
  return parseText(text, { emoji: EMOJI, mentions });
}

/** The same in plain characters, for where there is one line only. */
export function plainText(text: string): string {
  return segmentsOf(text)
    .map((segment) => (segment.type === 'emoji' ? segment.emoji : segment.text))
    .join('');
}

/** Whom a message mentions: by that they are told from others who have an `@` before them. */
export function mentionsOf(state: TimState, { atUserList, to }: Message): Mentions {
  return atUserList.length === 0 ? NO_MENTIONS : namesOf(state, to, atUserList);
}

/** Whether nothing is different for the text. */
export function areSameMentions(a: Mentions, b: Mentions): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whom a text about to be sent mentions, of those known by now: by their messages, or because members were loaded. */
export function mentionedIn(
  state: TimState,
  conversationID: ConversationID,
  text: string,
): readonly string[] {
  const partner = partnerOf(conversationID);
  if (partner?.type !== TYPES.CONV_GROUP || !text.includes('@')) return [];
  const members = [...selectGroupMembersState(state, partner.ID).byID].map(([userID]) => userID);
  const senders = [...selectTimeline(state, conversationID)].map(({ from }) => from);
  const known = new Set([...members, ...senders]);
  const segments = segmentsOf(text, namesOf(state, partner.ID, [...known, TYPES.MSG_AT_ALL]));
  return [...new Set(segments.flatMap((segment) => (segment.type === 'mention' ? [segment.userID] : [])))];
}

/** By the name that I see, and by the nick: a remark is mine alone, and others write the nick. */
function namesOf(state: TimState, groupID: string, userIDs: Iterable<string>): Mentions {
  const mentions: Record<string, string> = {};
  for (const userID of userIDs) {
    const names =
      userID === TYPES.MSG_AT_ALL
        ? [ALL]
        : [selectMemberName(state, groupID, userID), selectProfile(state, userID)?.nick];
    for (const name of names) if (name !== undefined) mentions[name] = userID;
  }
  return mentions;
}
