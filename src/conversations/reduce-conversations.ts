import type { Draft } from 'immer';
import { castDraft, isDraft, original } from 'immer';
import type { StoreEvent } from '../events.ts';
import { TYPES } from '../sdk/constants.ts';
import { equalPlain } from '../shared/plain.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import type { Conversation, ConversationsState } from './conversation.ts';
import type { ConversationID } from './conversation-id.ts';

/** No list yet. */
export function initialConversations(): ConversationsState {
  return {
    byID: emptyTable(),
    order: Object.freeze([]),
    totalUnreadCount: 0,
    drafts: emptyTable(),
    groups: Object.freeze([]),
    isLoaded: false,
  };
}

/** Keeps the list. `isPartial`: whether the SDK was made with `partialUpdatedConversations`. */
export function reduceConversations(
  state: Draft<ConversationsState>,
  event: StoreEvent,
  options: { readonly isPartial: boolean },
): void {
  switch (event.type) {
    case 'CONVERSATION_LIST_UPDATED':
      return options.isPartial && state.isLoaded ? merge(state, event.data) : replace(state, event.data);
    case 'sessionSynced':
      return event.conversations && replace(state, event.conversations);
    case 'loginStarted':
    case 'sessionFound':
      // The rows stay on screen; but of a new login the first list is a whole one, whatever the SDK was made with.
      state.isLoaded = false;
      return;
    case 'conversationRead': {
      const row = state.byID.get(event.conversationID);
      if (row !== undefined) setRows(state, [Object.freeze({ ...row, unreadCount: 0 })]);
      return;
    }
    default:
  }
}

/** The full list: what is not in it is gone. */
function replace(state: Draft<ConversationsState>, rows: readonly Conversation[]): void {
  const before: readonly ConversationID[] = undraft(state.order);
  const listed = new Set(rows.map((row) => row.conversationID));
  const order = [...listed];
  state.isLoaded = true;
  setRows(
    state,
    rows,
    before.filter((id) => !listed.has(id)),
  );
  setOrder(state, order);
}

/** Only what changed: merged into the list, and put where the SDK would put it. */
function merge(state: Draft<ConversationsState>, rows: readonly Conversation[]): void {
  const before: readonly ConversationID[] = undraft(state.order);
  const listed = new Set([...before, ...rows.map((row) => row.conversationID)]);
  setRows(state, rows);
  const { byID } = state;
  // The sort is stable: rows that the SDK does not tell apart stay as they stood.
  const order = [...listed].sort(
    (a, b) => rank(byID.get(b)) - rank(byID.get(a)) || lastTime(byID.get(b)) - lastTime(byID.get(a)),
  );
  setOrder(state, order);
}

function setOrder(state: Draft<ConversationsState>, order: readonly ConversationID[]): void {
  const before: readonly ConversationID[] = undraft(state.order);
  if (order.length === before.length && order.every((id, index) => id === before[index])) return;
  state.order = castDraft(Object.freeze(order));
}

/** Sets each row once, the last where a list has an ID twice, and keeps the total in step. */
function setRows(
  state: Draft<ConversationsState>,
  rows: readonly Conversation[],
  gone: readonly ConversationID[] = [],
): void {
  const entries = new Map<ConversationID, Conversation | undefined>(gone.map((id) => [id, undefined]));
  for (const row of rows) {
    const old = state.byID.get(row.conversationID);
    entries.set(row.conversationID, equalPlain(row, old) ? old : row);
  }
  for (const [id, row] of entries) {
    state.totalUnreadCount += notifyingUnread(row) - notifyingUnread(state.byID.get(id));
  }
  state.byID = updateTable(state.byID, entries);
}

/** What the row adds to the total: nothing if it is muted, or holds system notices. */
function notifyingUnread(row: Conversation | undefined): number {
  if (row === undefined || row.conversationID === TYPES.CONV_SYSTEM) return 0;
  const notifies = row.messageRemindType === '' || row.messageRemindType === TYPES.MSG_REMIND_ACPT_AND_NOTE;
  return notifies ? row.unreadCount : 0;
}

function rank(row: Conversation | undefined): number {
  return Number(row?.isPinned ?? false);
}

function lastTime(row: Conversation | undefined): number {
  return row?.lastMessage?.lastTime ?? 0;
}

/** The plain value behind a part of a draft that is only read: reading a long list through immer's proxy costs more than all the rest. */
function undraft<T>(value: T): T {
  const plain: unknown = isDraft(value) ? original(value as Draft<T>) : value;
  return plain as T;
}
