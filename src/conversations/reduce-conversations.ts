import type { Draft } from 'immer';
import { castDraft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { equalPlain } from '../shared/plain.ts';
import { undraft } from '../shared/undraft.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import type { Conversation, ConversationsState } from './conversation.ts';
import type { ConversationID } from './conversation-id.ts';

/** No list yet. */
export function initialConversations(): ConversationsState {
  return { byID: emptyTable(), order: Object.freeze([]), totalUnreadCount: 0, isLoaded: false };
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
    case 'sessionFound':
      return replace(state, event.conversations);
    case 'conversationRead': {
      const row = state.byID.get(event.conversationID);
      if (row !== undefined && row.unreadCount > 0) merge(state, [Object.freeze({ ...row, unreadCount: 0 })]);
      return;
    }
    default:
  }
}

/** The full list: what is not in it is gone. */
function replace(state: Draft<ConversationsState>, rows: readonly Conversation[]): void {
  const before: readonly ConversationID[] = undraft(state.order);
  const order = rows.map((row) => row.conversationID);
  state.isLoaded = true;
  if (order.length === before.length && order.every((id, index) => id === before[index])) {
    return setRows(state, rows, []);
  }
  const listed = new Set(order);
  setRows(
    state,
    rows,
    before.filter((id) => !listed.has(id)),
  );
  state.order = castDraft(Object.freeze(order));
}

/** Only what changed: merged into the list, and put where the SDK would put it. */
function merge(state: Draft<ConversationsState>, rows: readonly Conversation[]): void {
  const before: readonly ConversationID[] = undraft(state.order);
  const known = new Set(before);
  const added = rows.map((row) => row.conversationID).filter((id) => !known.has(id));
  setRows(state, rows, []);
  const { byID } = state;
  // The sort is stable: rows that the SDK does not tell apart stay as they stood.
  const order = [...before, ...added].sort(
    (a, b) => rank(byID.get(b)) - rank(byID.get(a)) || lastTime(byID.get(b)) - lastTime(byID.get(a)),
  );
  if (added.length > 0 || order.some((id, index) => id !== before[index])) {
    state.order = castDraft(Object.freeze(order));
  }
}

function setRows(
  state: Draft<ConversationsState>,
  rows: readonly Conversation[],
  gone: readonly ConversationID[],
): void {
  const entries: [ConversationID, Conversation | undefined][] = gone.map((id) => [id, undefined]);
  for (const row of rows) {
    const old = state.byID.get(row.conversationID);
    if (!equalPlain(row, old)) entries.push([row.conversationID, row]);
  }
  for (const [id, row] of entries) {
    state.totalUnreadCount += notifyingUnread(row) - notifyingUnread(state.byID.get(id));
  }
  state.byID = updateTable(state.byID, entries);
}

/** What the row adds to the total: nothing if it is muted, or holds system notices. */
function notifyingUnread(row: Conversation | undefined): number {
  if (row === undefined || row.conversationID === '@TIM#SYSTEM') return 0;
  const notifies = row.messageRemindType === '' || row.messageRemindType === 'AcceptAndNotify';
  return notifies ? row.unreadCount : 0;
}

function rank(row: Conversation | undefined): number {
  return Number(row?.isPinned ?? false);
}

function lastTime(row: Conversation | undefined): number {
  return row?.lastMessage?.lastTime ?? 0;
}
