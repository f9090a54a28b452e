import type { Draft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Ranges } from '../shared/ranges.ts';
import { updateTable } from '../shared/table.ts';
import { emptyTimeline } from './chunked-timeline.ts';
import { mergeIntoTimeline } from './edit-timeline.ts';
import { findCopy } from './find-message.ts';
import type { Message } from './message.ts';
import type { MessagesState } from './messages-state.ts';
import { takeOrphans } from './orphans.ts';
import { setHistory } from './set-history.ts';
import type { Timeline } from './timeline.ts';

/** Merges copies of messages into their timelines, with what waited for them, and with what is `covered` since. */
export function putMessages(
  state: Draft<MessagesState>,
  messages: readonly Message[],
  covered?: readonly [ConversationID, Ranges][],
): void {
  if (messages.length === 0 && covered === undefined) return;
  const copies = new Map<ConversationID, Message[]>(covered?.map(([id]) => [id, []]));
  for (const message of messages) {
    const group = copies.get(message.conversationID);
    if (group === undefined) copies.set(message.conversationID, [message]);
    else group.push(message);
  }
  const known = new Map(covered);
  const before = state.timelines;
  state.timelines = updateTable(
    before,
    [...copies].map(([id, group]): [ConversationID, Timeline] => [
      id,
      mergeIntoTimeline(before.get(id) ?? emptyTimeline(state.index), group, known.get(id)),
    ]),
  );
  const changed = [...copies.keys()].filter((id) => state.timelines.get(id) !== before.get(id));
  for (const id of changed) setHistory(state, id);
  const waiting = takeOrphans(state, changed);
  if (waiting.length > 0) putMessages(state, waiting);
}

/** Not what is not loaded: a lone old message would stand in the timeline with a hole behind it. */
export function putKnown(state: Draft<MessagesState>, messages: readonly Message[]): void {
  putMessages(
    state,
    messages.filter((message) => isKnown(state, message)),
  );
}

/** Whether a timeline has a row for this message. */
export function isKnown(state: Draft<MessagesState>, message: Message): boolean {
  const timeline = state.timelines.get(message.conversationID);
  return timeline !== undefined && findCopy(timeline, message) !== undefined;
}

/** The row with this ID. */
export function rowOf(state: Draft<MessagesState>, ID: string): Message | undefined {
  const known = state.index.get(ID);
  return known && state.timelines.get(known.conversationID)?.get(ID);
}
