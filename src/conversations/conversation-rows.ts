import { memoize } from '../shared/memo.ts';
import type { Table } from '../shared/table.ts';
import { diffTables } from '../shared/table.ts';
import type { ConversationID } from './conversation-id.ts';
import type { Conversation, ConversationsState } from './conversation.ts';

type Rows = readonly Conversation[];

/** The last list made from each order of IDs: of its next version mostly a row or two differ. */
const lastOf = new WeakMap<
  readonly ConversationID[],
  { readonly byID: Table<ConversationID, Conversation>; readonly rows: Rows }
>();

/** The rows of the list, in order; the same array until a row or the order changes. */
export const conversationRows: (slice: Pick<ConversationsState, 'order' | 'byID'>) => Rows =
  /* @__PURE__ */ memoize(({ order, byID }) => {
    const last = lastOf.get(order);
    const rows = last === undefined ? lookUp(order, byID) : change(last, order, byID);
    lastOf.set(order, { byID, rows });
    return rows;
  });

function lookUp(order: readonly ConversationID[], byID: Table<ConversationID, Conversation>): Rows {
  return Object.freeze(order.map((id) => byID.get(id)).filter((row) => row !== undefined));
}

function change(
  last: { readonly byID: Table<ConversationID, Conversation>; readonly rows: Rows },
  order: readonly ConversationID[],
  byID: Table<ConversationID, Conversation>,
): Rows {
  const { added, updated, removed } = diffTables(last.byID, byID);
  if (added.length + updated.length + removed.length === 0) return last.rows;
  if (added.length + removed.length > 0 || updated.length > MOST) return lookUp(order, byID);
  const rows = [...last.rows];
  for (const id of updated) {
    const row = byID.get(id);
    const place = order.indexOf(id);
    if (row !== undefined && place >= 0) rows[place] = row;
  }
  return Object.freeze(rows);
}

/** With more changes than this, all are looked up: each is searched for from the beginning. */
const MOST = 20;
