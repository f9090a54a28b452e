import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import type { Group } from '../groups/group.ts';
import * as TYPES from '../sdk/types.ts';
import { memoize } from '../shared/memo.ts';
import type { Table } from '../shared/table.ts';
import { updateTable } from '../shared/table.ts';
import { dropUnsent } from './edit-timeline.ts';
import type { Message } from './message.ts';
import type { MessagesState } from './messages-state.ts';
import { rowOf } from './put-messages.ts';

/** Until when own messages can be recalled, unless the store is told otherwise: seconds, the server's default. */
export const RECALL_WINDOW = 120;

/** What decides on whether a message can be recalled, beside the message. */
export interface RecallBeside {
  readonly groups: Table<string, Group>;
  readonly recallWindow?: number;
}

/** Drops what is not to be sent, and keeps how far uploads are, and what can still be recalled; after the timelines have taken the event. */
export function reduceSends(state: Draft<MessagesState>, event: StoreEvent, beside: RecallBeside): void {
  switch (event.type) {
    case 'uploadsProgressed':
      // The SDK may tell of one that has ended.
      state.uploads = updateTable(
        state.uploads,
        event.percents.filter(([ID]) => rowOf(state, ID)?.status === 'sending'),
      );
      return;
    case 'sendDropped':
      for (const ID of event.IDs) drop(state, ID);
      return;
    case 'sendFailed':
      return endUpload(state, event.ID);
    case 'sendSucceeded':
      endUpload(state, event.message.ID);
      return seeOwn(state, [event.message], event.message.time, beside);
    case 'MESSAGE_RECEIVED':
    case 'MESSAGE_MODIFIED':
      return seeOwn(state, event.data, event.now, beside);
    case 'historyLoaded':
    case 'messagesChanged':
    case 'messagesDeleted':
      return seeOwn(state, event.messages, event.now, beside);
    case 'timePassed':
      return dropRevocable(state, (until) => until <= event.time);
    case 'MESSAGE_REVOKED':
    case 'historyCleared':
    case 'loginAnswered':
    case 'sessionFound':
      return dropRevocable(state, (_, ID) => !canBeRecalled(rowOf(state, ID), beside));
    default:
  }
}

/** The second (server time) in which the first of them can no longer be recalled. */
export const firstRevocableEnd: (revocable: Table<string, number>) => number | undefined = memoize(
  (revocable) => {
    let first: number | undefined;
    for (const [, until] of revocable) if (first === undefined || until < first) first = until;
    return first;
  },
);

function drop(state: Draft<MessagesState>, ID: string): void {
  const row = rowOf(state, ID);
  if (row === undefined) return;
  const timeline = state.timelines.get(row.conversationID);
  if (timeline === undefined) return;
  state.timelines = updateTable(state.timelines, [[row.conversationID, dropUnsent(timeline, row.ID)]]);
}

function endUpload(state: Draft<MessagesState>, ID: string): void {
  state.uploads = updateTable(state.uploads, [[ID, undefined]]);
}

/** Without `now`, the second (server time) of the event, nothing new is recallable: only what was may cease to be. */
function seeOwn(
  state: Draft<MessagesState>,
  messages: readonly Message[],
  now: number | undefined,
  beside: RecallBeside,
): void {
  const entries: [string, number | undefined][] = [];
  for (const message of messages) {
    if (message.flow !== 'out') continue;
    const row = rowOf(state, message.ID);
    const ID = row?.ID ?? message.ID;
    const known = state.revocable.get(ID);
    if (row === undefined || !canBeRecalled(row, beside)) {
      if (known !== undefined) entries.push([ID, undefined]);
      continue;
    }
    const until = row.time + (beside.recallWindow ?? RECALL_WINDOW);
    if (known === undefined && now !== undefined && until > now) entries.push([ID, until]);
  }
  state.revocable = updateTable<string, number>(state.revocable, entries);
}

function dropRevocable(state: Draft<MessagesState>, isOver: (until: number, ID: string) => boolean): void {
  const over = [...state.revocable].filter(([ID, until]) => isOver(until, ID));
  state.revocable = updateTable<string, number>(
    state.revocable,
    over.map(([ID]) => [ID, undefined] as const),
  );
}

/** My own, of people: what is in an audio-video room cannot be recalled. */
function canBeRecalled(message: Message | undefined, { groups }: RecallBeside): boolean {
  return (
    message?.flow === 'out' &&
    message.status === 'success' &&
    !message.isRevoked &&
    !message.isDeleted &&
    !message.type.startsWith('TIMGroup') &&
    groups.get(message.to)?.type !== TYPES.GRP_AVCHATROOM
  );
}
