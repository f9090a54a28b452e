import type { Draft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { StoreEvent } from '../events.ts';
import type { Group } from '../groups/group.ts';
import * as TYPES from '../sdk/types.ts';
import type { Ranges } from '../shared/ranges.ts';
import { OPEN_END } from '../shared/ranges.ts';
import type { Table } from '../shared/table.ts';
import { emptyTable } from '../shared/table.ts';
import { placeOf } from './chunked-timeline.ts';
import { compareSent, isOrderedBySequence } from './compare-messages.ts';
import { EMPTY_HISTORY } from './history.ts';
import { emptyMessageIndex } from './message-index.ts';
import type { Message } from './message.ts';
import type { MessagesState } from './messages-state.ts';
import { keepCopies, keepRevocation, revoked } from './orphans.ts';
import type { ConversationsBeside } from './peer-read.ts';
import { newlyPeerRead, withPeerRead } from './peer-read.ts';
import { isKnown, putKnown, putMessages, rowOf } from './put-messages.ts';
import { dropDetails, reduceDetails } from './reduce-details.ts';
import { reduceHistory } from './reduce-history.ts';
import { reduceSends } from './reduce-sends.ts';
import type { Timeline } from './timeline.ts';

/** No message, and nothing loaded. */
export function initialMessages(): MessagesState {
  return {
    timelines: emptyTable(),
    history: emptyTable(),
    index: emptyMessageIndex(),
    receipts: emptyTable(),
    reactions: emptyTable(),
    extensions: emptyTable(),
    pinned: emptyTable(),
    uploads: emptyTable(),
    revocable: emptyTable(),
    orphans: Object.freeze([]),
    unseen: Object.freeze([]),
  };
}

/** A copy of the slice, to be written to. */
export function copyMessages(slice: MessagesState): MessagesState {
  const { timelines, history, index, receipts, reactions, extensions } = slice;
  const { pinned, uploads, revocable, orphans, unseen } = slice;
  return {
    timelines,
    history,
    index,
    receipts,
    reactions,
    extensions,
    pinned,
    uploads,
    revocable,
    orphans,
    unseen,
  };
}

/** What messages hang on beside their own events. */
export interface MessagesBeside extends ConversationsBeside {
  readonly groups: Table<string, Group>;
  /** Seconds. */
  readonly recallWindow?: number;
}

/** Brings copies of messages together, from wherever they come, and keeps each conversation's place in its history. */
export function reduceMessages(state: Draft<MessagesState>, event: StoreEvent, beside: MessagesBeside): void {
  reduceTimelines(state, event, beside);
  reduceHistory(state, event, beside.conversations);
  putMessages(state, newlyPeerRead(state.timelines, beside));
  reduceDetails(state, event);
  reduceSends(state, event, beside);
}

function reduceTimelines(state: Draft<MessagesState>, event: StoreEvent, beside: MessagesBeside): void {
  switch (event.type) {
    case 'MESSAGE_RECEIVED':
      return putLive(state, event.data, beside);
    case 'MESSAGE_MODIFIED': {
      // Of a message that was changed before it came, 3.x and lite tell by no other event.
      const isShown = (message: Message): boolean => isKnown(state, message) || isWithin(state, message);
      putMessages(state, withPeerRead(event.data.filter(isShown), beside.conversations));
      return keepCopies(
        state,
        event.data.filter((message) => !message.onlineUserOnly && !isKnown(state, message)),
      );
    }
    case 'MESSAGE_READ_BY_PEER':
      putKnown(state, event.data);
      return keepCopies(
        state,
        event.data.filter((message) => !isKnown(state, message)),
      );
    case 'messagesChanged':
      return putKnown(state, event.messages);
    case 'messagesDeleted': {
      // One that is not loaded is noted, too: a page that is on its way may still show it.
      const rows = event.messages.map((message) => rowOf(state, message.ID) ?? message);
      putMessages(
        state,
        rows.map((row) => Object.freeze({ ...row, isDeleted: true })),
      );
      return dropDetails(
        state,
        rows.map(({ ID }) => ID),
      );
    }
    case 'MESSAGE_REVOKED':
      for (const revocation of event.data) {
        const timeline = state.timelines.get(revocation.conversationID);
        const message = timeline && revoked(timeline, revocation);
        if (message === undefined) keepRevocation(state, revocation);
        else putMessages(state, [message]);
      }
      return;
    case 'conversationRead':
      return putMessages(state, readAll(state.timelines.get(event.conversationID)));
    case 'conversationsRead':
      return putMessages(
        state,
        [...state.timelines].flatMap(([id, timeline]) =>
          id.startsWith(event.conversationType ?? '') ? readAll(timeline) : [],
        ),
      );
    case 'sendStarted':
    case 'sendSucceeded': {
      const { message, sdkID } = event;
      // Made anew after another login, it is found by either ID.
      return putLive(state, sdkID === undefined ? [message] : [message, { ...message, ID: sdkID }], beside);
    }
    case 'sendFailed': {
      const message = state.index.get(event.ID);
      return (
        message && putMessages(state, [Object.freeze({ ...message, status: 'fail', error: event.error })])
      );
    }
    default:
  }
}

/** What came or went out just now. */
function putLive(
  state: Draft<MessagesState>,
  messages: readonly Message[],
  { conversations, groups }: MessagesBeside,
): void {
  const kept = messages.filter((message) => !message.onlineUserOnly && !isOfDropped(state, message));
  putMessages(state, withPeerRead(kept, conversations), coveredLive(kept, groups, state.history));
}

/**
 * Whether it is told late, of a time that was dropped: it pages in with that. Alone, it would seem to be the neighbour of
 * what came since.
 */
function isOfDropped(state: Draft<MessagesState>, message: Message): boolean {
  const { conversationID, status } = message;
  const place = placeOf(message);
  return (
    status === 'success' &&
    conversationID.startsWith('C2C') &&
    place < (state.history.get(conversationID)?.droppedTo ?? 0) &&
    state.timelines.get(conversationID)?.covered.some(({ from, to }) => from <= place && place <= to) !==
      true &&
    !isKnown(state, message)
  );
}

/** Whether it belongs behind the oldest row: else an older page brings it, or the first one. */
function isWithin(state: Draft<MessagesState>, message: Message): boolean {
  const { conversationID, onlineUserOnly } = message;
  const { isLoaded, isCompleted } = state.history.get(conversationID) ?? EMPTY_HISTORY;
  const oldest = state.timelines.get(conversationID)?.at(0);
  return (
    !onlineUserOnly &&
    (isCompleted || (oldest?.status === 'success' ? compareSent(oldest, message) < 0 : isLoaded))
  );
}

/**
 * What is known without a hole since these came, beside a group's own sequences: in C2C, and in AVChatRooms, whose
 * history nobody keeps, whatever comes is taken to be all that there is.
 */
function coveredLive(
  messages: readonly Message[],
  groups: MessagesBeside['groups'],
  history: MessagesState['history'],
): readonly [ConversationID, Ranges][] {
  const from = new Map<ConversationID, number>();
  for (const message of messages) {
    const { conversationID: id, status, to } = message;
    const isGroup = isOrderedBySequence(message);
    if (status !== 'success' || (isGroup && groups.get(to)?.type !== TYPES.GRP_AVCHATROOM)) continue;
    // In the second of the first, others may have come before it.
    const place = placeOf(message) + Number(!isGroup);
    from.set(id, Math.min(from.get(id) ?? place, place));
  }
  return [...from].map(([id, place]) => {
    // One that is told late says nothing of those that were dropped since.
    const least = Math.max(place, (history.get(id)?.droppedTo ?? 0) + 1);
    return [id, Object.freeze([Object.freeze({ from: least, to: OPEN_END })])];
  });
}

/** How many own messages in a row may stand between unread ones: so many may come from this account's other devices. */
const MOST_OWN = 100;

/**
 * The unread ones, from the newest back to the first that was read already, or to too many own ones in a row: whoever
 * wrote those has read what stands before them. So a chat with hardly any answers is not walked to its beginning.
 */
function readAll(timeline: Timeline | undefined): readonly Message[] {
  const read: Message[] = [];
  let own = 0;
  for (let index = (timeline?.length ?? 0) - 1; index >= 0 && own < MOST_OWN; index--) {
    const message = timeline?.at(index);
    if (message?.flow !== 'in') {
      own += 1;
      continue;
    }
    if (message.isRead) break;
    own = 0;
    read.push(Object.freeze({ ...message, isRead: true }));
  }
  return read;
}
