import { copyRow, isSameRow } from '../compare-rows.ts';
import type { CreateDriver, RawMessage } from '../driver.ts';

interface Timeline {
  readonly byID: Map<string, RawMessage>;
  readonly sorted: RawMessage[];
}

/**
 * The physical limit: what it costs to dedupe, to place and to call one callback, with nothing kept from changing. A
 * Map by ID and a sorted array a conversation; and of the conversation list a copy, as the SDK changes its rows in place.
 */
export const createDriver: CreateDriver = ({ loaded, older = [], conversations, open, look }) => {
  const timelines = new Map<string, Timeline>();
  let rows = conversations.map(copyRow);
  let rest = older.length;

  const timelineOf = (conversationID: string): Timeline => {
    const known = timelines.get(conversationID);
    if (known !== undefined) return known;
    const created: Timeline = { byID: new Map(), sorted: [] };
    timelines.set(conversationID, created);
    return created;
  };
  const put = (message: RawMessage): void => {
    const { byID, sorted } = timelineOf(message.conversationID);
    const before = byID.get(message.ID);
    byID.set(message.ID, message);
    const at = placeOf(sorted, before ?? message);
    if (before === undefined && at === sorted.length) sorted.push(message);
    else sorted.splice(at, before === undefined ? 0 : 1, message);
  };
  const prepend = (page: readonly RawMessage[]): void => {
    const { byID, sorted } = opened;
    const fresh = page.filter(({ ID }) => !byID.has(ID));
    for (const message of fresh) byID.set(message.ID, message);
    sorted.unshift(...fresh);
    notify();
  };
  const notify = (): void => look(opened.sorted.length, (index) => opened.sorted[index]);

  const opened = timelineOf(open);
  for (const message of loaded) put(message);

  const putAndNotify = (message: RawMessage): void => {
    put(message);
    notify();
  };
  return Promise.resolve({
    append: putAndNotify,
    insert: putAndNotify,
    update: putAndNotify,
    prepend,
    loadOlder: () => {
      const end = rest;
      rest = Math.max(0, end - 15);
      prepend(older.slice(rest, end));
      return Promise.resolve();
    },
    burst: (messages) => {
      for (const message of messages) put(message);
      notify();
    },
    list: (changed) => {
      rows = changed.map((row, index) => {
        const kept = rows[index];
        return kept !== undefined && isSameRow(kept, row) ? kept : copyRow(row);
      });
      look(rows.length, (index) => rows[index]);
    },
  });
};

/** The index of the first message that is not before this one. */
function placeOf(sorted: readonly RawMessage[], { time, sequence }: RawMessage): number {
  let low = 0;
  let high = sorted.length;
  const last = sorted[high - 1];
  if (last === undefined || isBefore(last, time, sequence)) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const message = sorted[middle];
    if (message !== undefined && isBefore(message, time, sequence)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(message: RawMessage, time: number, sequence: number): boolean {
  return message.time < time || (message.time === time && message.sequence < sequence);
}
