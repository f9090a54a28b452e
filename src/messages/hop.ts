import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { flagOf, numberOf, recordOf } from '../shared/fields.ts';
import type { Range } from '../shared/ranges.ts';
import { OPEN_END } from '../shared/ranges.ts';
import { placeOf } from './chunked-timeline.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import { lastSent } from './find-message.ts';
import { selectTimeline } from './message-selectors.ts';
import type { ReadMessages } from './read-messages.ts';
import { readMessages } from './read-messages.ts';

/** From where, and which way. */
export interface HopOptions {
  /** Groups: the sequence to begin at. */
  readonly sequence?: number;
  /** C2C: the second to begin at. */
  readonly time?: number;
  /** 0 (the default) older ones, 1 newer ones. */
  readonly direction?: 0 | 1;
  /** From 1 to 15, which is the default. */
  readonly count?: number;
}

/** One page from the server, read afresh: the one way in which the SDK reads again what it holds. */
export interface Hop {
  readonly read: ReadMessages;
  /** Where the next page in that direction begins, that place included; `undefined` where nothing lies beyond. */
  readonly next: number | undefined;
}

/** How many messages the SDK gives at most. */
export const HOP_SIZE = 15;

/** Asks for a page by the SDK's `getMessageListHopping`. Its objects are kept as handles where the SDK holds no other. */
export async function hop(
  context: ActionContext,
  conversationID: ConversationID,
  options: HopOptions,
): Promise<Hop> {
  const data = await context.ask('getMessageListHopping', { conversationID, count: HOP_SIZE, ...options });
  const { messageList, isCompleted, nextMessageSeq, nextMessageTime } = recordOf(data) as Record<
    'messageList' | 'isCompleted' | 'nextMessageSeq' | 'nextMessageTime',
    unknown
  >;
  const read = readMessages(context, messageList ?? [], true);
  const next = numberOf(nextMessageSeq || nextMessageTime);
  // Lite goes on at 0, which asks for the newest again; 3.x goes on for ever after the newest.
  const isOver = next === 0 || flagOf(isCompleted) || (options.direction === 1 && read.messages.length === 0);
  return { read, next: isOver ? undefined : next };
}

/**
 * A page that begins at a second of a C2C conversation, that one included. Where 3.x is asked for the second in which its
 * last page that way ended, it goes on behind that page, of which nothing may be left here: so one second more is read.
 */
async function hopFrom(
  context: ActionContext,
  conversationID: ConversationID,
  time: number,
  direction: 0 | 1,
): Promise<Hop> {
  const isUp = direction === 1;
  const beside = isUp ? Math.max(1, time - 1) : time + 1;
  const page = await hop(context, conversationID, { time: beside, direction });
  if (page.next === undefined || (isUp ? page.next > time : page.next < time)) return page;
  // That second fills it.
  const { read, next } = await hop(context, conversationID, { time, direction });
  return { read: joinReads([page.read, read]), next };
}

/** What several pages read, as if one had. */
export function joinReads(reads: readonly ReadMessages[]): ReadMessages {
  return {
    messages: reads.flatMap(({ messages }) => messages),
    profiles: reads.flatMap(({ profiles }) => profiles),
    nameCards: reads.flatMap(({ nameCards }) => nameCards),
    receipts: reads.flatMap(({ receipts }) => receipts),
  };
}

/** A page of history, and what is known without a hole since it came. */
export interface HistoryPage {
  readonly read: ReadMessages;
  readonly covered: Range;
  readonly next: number | undefined;
}

/**
 * The page that ends at a place (a sequence in groups, else a second), that place included; without one, the newest.
 * Older ones are what to ask for: only downwards does the SDK cross holes in a group's sequences.
 */
export async function hopDown(
  context: ActionContext,
  conversationID: ConversationID,
  place: number | undefined,
  isSecondLook = false,
): Promise<HistoryPage> {
  const isGroup = isOrderedBySequence({ conversationID });
  const last = isGroup ? lastSequence(context, conversationID) : OPEN_END;
  const { read, next } = await (isGroup || place === undefined
    ? hop(context, conversationID, place === undefined ? {} : { sequence: place })
    : hopFrom(context, conversationID, place, 0));
  // 2.x says so, too, where nothing of a page may be seen: look once behind it.
  if (isGroup && !isSecondLook && read.messages.length === 0 && place !== undefined && place > HOP_SIZE) {
    const older = await hopDown(context, conversationID, place - HOP_SIZE, true);
    return { ...older, covered: { from: older.covered.from, to: Math.min(place, last) } };
  }
  // Of sequences that nobody has heard of, nothing is known: they may be yet to come.
  const to = isGroup ? Math.max(newestPlace(read), Math.min(place ?? 0, last)) : (place ?? OPEN_END);
  if (next === undefined) return { read, next, covered: { from: 0, to } };
  // Of the oldest second there may be more; but where a page has no more than one second, 2.x and lite go no further.
  return { read, next: Math.min(next, to - 1), covered: { from: Math.min(next + 1, to), to } };
}

/** The page that begins at a second, that one included; of C2C conversations. */
export async function hopUp(
  context: ActionContext,
  conversationID: ConversationID,
  time: number,
): Promise<HistoryPage> {
  const { read, next } = await hopFrom(context, conversationID, time, 1);
  if (next === undefined) return { read, next, covered: { from: time, to: OPEN_END } };
  return { read, next: Math.max(next, time + 1), covered: { from: time, to: Math.max(next - 1, time) } };
}

/** The newest sequence of a group that the store has heard of. */
export function lastSequence({ getState }: ActionContext, conversationID: ConversationID): number {
  const state = getState();
  const listed = state.conversations.byID.get(conversationID)?.lastMessage?.lastSequence ?? 0;
  return Math.max(listed, lastSent(selectTimeline(state, conversationID))?.sequence ?? 0);
}

function newestPlace({ messages }: ReadMessages): number {
  return messages.reduce((newest, message) => Math.max(newest, placeOf(message)), 0);
}
