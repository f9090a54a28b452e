import type { Draft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { StoreEvent } from '../events.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import { compareSent } from './compare-messages.ts';
import { EMPTY_HISTORY } from './history.ts';
import type { MessagesState } from './messages-state.ts';
import type { History } from './history.ts';
import type { Message, MessageRevocation } from './message.ts';
import { dropDetails, reduceDetails } from './reduce-details.ts';
import type { Timeline } from './timeline.ts';
import { emptyTimeline } from './chunked-timeline.ts';
import { keepUnsent, mergeIntoTimeline } from './edit-timeline.ts';
import { findBySequence, findCopy } from './find-message.ts';
import { emptyMessageIndex } from './message-index.ts';

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
  };
}

/** Brings copies of messages together, from wherever they come, and keeps each conversation's place in its history. */
export function reduceMessages(state: Draft<MessagesState>, event: StoreEvent): void {
  reduceTimelines(state, event);
  reduceDetails(state, event);
}

function reduceTimelines(state: Draft<MessagesState>, event: StoreEvent): void {
  switch (event.type) {
    case 'MESSAGE_RECEIVED':
      return mergeAll(
        state,
        event.data.filter((message) => !message.onlineUserOnly),
      );
    case 'MESSAGE_MODIFIED':
      // Of a message that was changed before it came, 3.x and lite tell by no other event.
      return mergeAll(
        state,
        event.data.filter((message) => isKnown(state, message) || isWithin(state, message)),
      );
    case 'MESSAGE_READ_BY_PEER':
      return mergeKnown(state, event.data);
    case 'messagesChanged':
      return mergeKnown(state, event.messages);
    case 'messagesDeleted': {
      // One that is not loaded is noted, too: a page that is on its way may still show it.
      const rows = event.messages.map((message) => rowOf(state, message.ID) ?? message);
      mergeAll(
        state,
        rows.map((row) => Object.freeze({ ...row, isDeleted: true })),
      );
      return dropDetails(
        state,
        rows.map(({ ID }) => ID),
      );
    }
    case 'historyCleared':
      return clear(state, event.conversationIDs);
    case 'MESSAGE_REVOKED':
      return mergeAll(
        state,
        event.data.flatMap((revocation) => revoke(state, revocation)),
      );
    case 'conversationRead':
      return mergeAll(state, readAll(state.timelines.get(event.conversationID)));
    case 'conversationsRead':
      return mergeAll(
        state,
        [...state.timelines].flatMap(([id, timeline]) =>
          id.startsWith(event.conversationType ?? '') ? readAll(timeline) : [],
        ),
      );
    case 'historyStarted':
      return setHistory(state, event.conversationID, { isLoading: true, error: undefined });
    case 'historyFailed':
      // Of an account that is gone, nothing was loading.
      if (state.history.get(event.conversationID)?.isLoading !== true) return;
      return setHistory(state, event.conversationID, { isLoading: false, error: event.error });
    case 'historyLoaded': {
      const { conversationID, nextReqMessageID, isCompleted } = event;
      if (state.history.get(conversationID) === EMPTY_HISTORY) return; // cleared since the page was asked for
      mergeAll(state, event.messages);
      return setHistory(state, conversationID, {
        isLoaded: true,
        isLoading: false,
        error: undefined,
        nextReqMessageID,
        isCompleted,
      });
    }
    case 'sendStarted':
    case 'sendSucceeded':
      return event.message.onlineUserOnly ? undefined : mergeAll(state, [event.message]);
    case 'sendFailed': {
      const message = state.index.get(event.ID);
      return message && mergeAll(state, [Object.freeze({ ...message, status: 'fail', error: event.error })]);
    }
    case 'loginAnswered':
    case 'sessionFound':
      return startOver(state);
    default:
  }
}

/** A new login pages anew: only what was never sent is taken along, for nobody else has it. */
function startOver(state: Draft<MessagesState>): void {
  const index = emptyMessageIndex();
  const kept: [ConversationID, Timeline][] = [];
  for (const [id, timeline] of state.timelines) {
    const unsent = keepUnsent(timeline, index);
    if (unsent.length > 0) kept.push([id, unsent]);
  }
  state.timelines = updateTable(emptyTable<ConversationID, Timeline>(), kept);
  state.history = emptyTable();
  state.index = index;
}

function mergeAll(state: Draft<MessagesState>, messages: readonly Message[]): void {
  const byConversation = new Map<ConversationID, Message[]>();
  for (const message of messages) {
    const group = byConversation.get(message.conversationID);
    if (group === undefined) byConversation.set(message.conversationID, [message]);
    else group.push(message);
  }
  const timelines = [...byConversation].map(([id, copies]): [ConversationID, Timeline] => [
    id,
    mergeIntoTimeline(state.timelines.get(id) ?? emptyTimeline(state.index), copies),
  ]);
  state.timelines = updateTable(state.timelines, timelines);
}

/** Not what is not loaded: a lone old message would stand in the timeline with a hole behind it. */
function mergeKnown(state: Draft<MessagesState>, messages: readonly Message[]): void {
  mergeAll(
    state,
    messages.filter((message) => isKnown(state, message)),
  );
}

function rowOf(state: Draft<MessagesState>, ID: string): Message | undefined {
  const known = state.index.get(ID);
  return known && state.timelines.get(known.conversationID)?.get(ID);
}

/** Forgets the messages of these conversations, and how far they were loaded; but what is on its way still ends. */
function clear(state: Draft<MessagesState>, ids: readonly ConversationID[]): void {
  const timelines = ids.flatMap((id): (readonly [ConversationID, Timeline])[] => {
    const timeline = state.timelines.get(id);
    if (timeline === undefined) return [];
    dropDetails(
      state,
      timeline.toArray().map(({ ID }) => ID),
    );
    return [[id, keepUnsent(timeline, state.index, 'sending')]];
  });
  state.timelines = updateTable(state.timelines, timelines);
  state.history = updateTable(
    state.history,
    ids.map((id) => [id, EMPTY_HISTORY] as const),
  );
}

function isKnown(state: Draft<MessagesState>, message: Message): boolean {
  const timeline = state.timelines.get(message.conversationID);
  return timeline !== undefined && findCopy(timeline, message) !== undefined;
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

function revoke(state: Draft<MessagesState>, revocation: MessageRevocation): readonly Message[] {
  const { conversationID, ID, sequence, time, revoker, revokeReason } = revocation;
  const timeline = state.timelines.get(conversationID);
  const message =
    (ID === undefined ? undefined : timeline?.get(ID)) ??
    (timeline && findBySequence(timeline, sequence, time));
  return message === undefined ? [] : [Object.freeze({ ...message, isRevoked: true, revoker, revokeReason })];
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

function setHistory(state: Draft<MessagesState>, id: ConversationID, change: Partial<History>): void {
  const history = Object.freeze({ ...(state.history.get(id) ?? EMPTY_HISTORY), ...change });
  state.history = updateTable(state.history, [[id, history]]);
}
