import type { Draft } from 'immer';
import { castDraft } from 'immer';
import type { WideEvent } from '../events.ts';
import * as TYPES from '../sdk/types.ts';
import { equalPlain } from '../shared/plain.ts';
import { dropRows } from '../shared/put-rows.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import { without } from '../shared/without.ts';
import { changedRows } from './changed-rows.ts';
import type { ConversationID } from './conversation-id.ts';
import { conversationRows } from './conversation-rows.ts';
import type { Conversation, ConversationsState } from './conversation.ts';
import { setList, undraft } from './undraft.ts';

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
  event: WideEvent,
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
    case 'conversationRead':
      return patch(state, [event.conversationID], () => READ);
    case 'conversationsRead':
      // The mentions stay, as they do in the SDK's rows.
      return patch(state, undraft(state.order), ({ type, conversationID, unreadCount }) => {
        const isMeant = type === event.conversationType || event.conversationType === undefined;
        return { unreadCount: isMeant && conversationID !== TYPES.CONV_SYSTEM ? 0 : unreadCount };
      });
    case 'conversationsLoaded':
      return merge(state, event.conversations);
    case 'conversationsPatched':
      return patch(state, event.conversationIDs, () => event.patch);
    case 'conversationsMarked':
      return patch(state, event.conversationIDs, ({ markList }) => ({
        markList: toggle(markList, event.markType, event.enableMark),
      }));
    case 'conversationsDeleted':
      setRows(state, [], event.conversationIDs);
      setOrder(state, without(undraft(state.order), event.conversationIDs));
      state.drafts = dropRows(state.drafts, event.conversationIDs);
      return;
    case 'draftSet':
      state.drafts = updateTable(state.drafts, [[event.conversationID, event.draftText || undefined]]);
      return;
    case 'historyCleared':
      return patch(state, event.conversationIDs, () => ({ ...READ, lastMessage: undefined }));
    case 'CONVERSATION_GROUP_LIST_UPDATED':
      return setList(state, 'groups', event.data);
    case 'conversationGroupsLoaded':
      return setList(state, 'groups', event.groups);
    case 'CONVERSATION_IN_GROUP_UPDATED': {
      const { groupName, conversationList } = event.data;
      const inside = new Set(conversationList.map((row) => row.conversationID));
      merge(
        state,
        conversationList.filter((row) => state.byID.get(row.conversationID) !== undefined),
      );
      return patch(state, undraft(state.order), (row) => ({
        conversationGroupList: toggle(row.conversationGroupList, groupName, inside.has(row.conversationID)),
      }));
    }
    case 'conversationGroupChanged':
      return changeGroup(state, event);
    default:
  }
}

/** A row of which everything was read, the mentions of me, too. */
const READ: Partial<Conversation> = Object.freeze({ unreadCount: 0, groupAtInfoList: Object.freeze([]) });

/** Changes rows that are there, and moves those that stand elsewhere then. */
function patch(
  state: Draft<ConversationsState>,
  ids: readonly ConversationID[],
  change: (row: Conversation) => Partial<Conversation>,
): void {
  const rows = ids.flatMap((id) => {
    const row = state.byID.get(id);
    return row === undefined ? [] : [Object.freeze({ ...row, ...change(row) })];
  });
  merge(state, rows);
}

/** The list with the item, once, at its end unless it is there already; or without it. */
function toggle<T>(list: readonly T[], item: T, isIn: boolean): readonly T[] {
  if (list.includes(item) === isIn) return list;
  return Object.freeze(isIn ? [...list, item] : list.filter((other) => other !== item));
}

/** A conversation group that was made, renamed or deleted, and its rows with it. */
function changeGroup(
  state: Draft<ConversationsState>,
  { groupName, newName, added, removed }: WideEvent & { readonly type: 'conversationGroupChanged' },
): void {
  const come = new Set(added);
  const gone = new Set(removed);
  const renamed = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => (name !== groupName ? [name] : (newName ?? [])));
  const groups = renamed(undraft(state.groups));
  setList(state, 'groups', newName === undefined ? groups : toggle(groups, newName, true));
  patch(state, undraft(state.order), ({ conversationID, conversationGroupList }) => {
    const names = renamed(conversationGroupList);
    const isIn = (names.includes(newName ?? '') || come.has(conversationID)) && !gone.has(conversationID);
    return { conversationGroupList: newName === undefined ? names : toggle(names, newName, isIn) };
  });
}

/** The full list: what is not in it is gone. */
function replace(state: Draft<ConversationsState>, rows: readonly Conversation[]): void {
  state.isLoaded = true;
  // As they are by now: another event of this flush may have changed them.
  const before = conversationRows({ order: undraft(state.order), byID: state.byID });
  const { changed, left, isInOrder } = changedRows(before, rows);
  if (isInOrder) return setRows(state, changed);
  const listed = new Set(rows.map((row) => row.conversationID));
  setRows(
    state,
    changed,
    left.filter((id) => !listed.has(id)),
  );
  setOrder(state, [...listed]);
}

/** Only what changed: merged into the list, and put where the SDK would put it. */
function merge(state: Draft<ConversationsState>, rows: readonly Conversation[]): void {
  const before: readonly ConversationID[] = undraft(state.order);
  const isInPlace = rows.every((row) => {
    const old = state.byID.get(row.conversationID);
    return old !== undefined && rank(old) === rank(row) && lastTime(old) === lastTime(row);
  });
  if (isInPlace) return setRows(state, rows);
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
