import type { SortedList, SortedListDiff } from '../shared/sorted-list.ts';
import { diffSortedLists, editSortedList, emptySortedList } from '../shared/sorted-list.ts';
import { compareSent, compareUnsent, isOrderedBySequence } from './compare-messages.ts';
import { mergeMessages } from './merge-messages.ts';
import type { Message, MessageStatus } from './message.ts';

/**
 * One conversation's messages, oldest first, as one immutable value: what was sent, in the total order, and behind
 * it what is on its way or failed. `at`, `slice` and iteration read a window without building the whole array.
 *
 * @example
 * const timeline = selectTimeline(store.getState(), c2cID('alice'));
 * const screen = timeline.slice(-30); // the newest thirty
 */
export interface Timeline extends Iterable<Message> {
  readonly length: number;
  /** The message at an index from 0, the oldest; negative numbers count from the end, as in `Array.prototype.at`. */
  readonly at: (index: number) => Message | undefined;
  /** The messages from `start` up to, without, `end`; negative numbers count from the end, as in `Array.prototype.slice`. */
  readonly slice: (start?: number, end?: number) => readonly Message[];
  /** Where the message with this ID stands; -1 where it does not. O(log n). */
  readonly indexOf: (ID: string) => number;
  /** The message with this ID. O(log n). */
  readonly get: (ID: string) => Message | undefined;
  /** All messages as one array, built at the first call and kept for this version. */
  readonly toArray: () => readonly Message[];
}

/**
 * Message ID → some version of that message, for all conversations of one account. Shared by all versions of all
 * timelines: it only grows, and a version locates by the sort key in it, so old snapshots stay right.
 */
export interface MessageIndex {
  readonly get: (ID: string) => Message | undefined;
}

/** A class, so that immer leaves the map in it alone: it neither drafts nor freezes it. */
class GrowingIndex implements MessageIndex {
  private readonly byID = new Map<string, Message>();
  readonly get = (ID: string): Message | undefined => this.byID.get(ID);
  readonly set = (ID: string, message: Message): void => void this.byID.set(ID, message);
}

/** A class, so that immer treats a timeline as one value and neither drafts nor walks it. */
class ChunkedTimeline implements Timeline {
  readonly length: number;
  private array: readonly Message[] | undefined;

  constructor(
    readonly index: GrowingIndex,
    readonly sent: SortedList<Message>,
    /** A few, as they were written. */
    readonly unsent: readonly Message[],
    /** What was deleted: never shown again, even if a stale page brings it back. */
    readonly deleted: SortedList<Message>,
  ) {
    this.length = sent.length + unsent.length;
  }

  readonly at = (index: number): Message | undefined => {
    const place = index < 0 ? this.length + index : index;
    return place < this.sent.length ? this.sent.at(place) : this.unsent[place - this.sent.length];
  };

  readonly slice = (start = 0, end = this.length): readonly Message[] => {
    const from = start < 0 ? Math.max(0, this.length + start) : start;
    const to = Math.min(this.length, end < 0 ? this.length + end : end);
    const window: Message[] = [];
    for (let index = from; index < to; index++) {
      const message = this.at(index);
      if (message !== undefined) window.push(message);
    }
    return window;
  };

  readonly get = (ID: string): Message | undefined => {
    const known = this.index.get(ID);
    return known && (this.sent.find(known) ?? findUnsent(this.unsent, known));
  };

  readonly indexOf = (ID: string): number => {
    const message = this.get(ID);
    if (message === undefined) return -1;
    const sent = this.sent.indexOf(message);
    return sent >= 0 ? sent : this.sent.length + this.unsent.indexOf(message);
  };

  readonly toArray = (): readonly Message[] => (this.array ??= Object.freeze([...this.sent, ...this.unsent]));

  *[Symbol.iterator](): Iterator<Message> {
    yield* this.sent;
    yield* this.unsent;
  }
}

/** An index that knows no message yet: one per account. */
export function emptyMessageIndex(): MessageIndex {
  return new GrowingIndex();
}

/** A timeline without messages, of the account that this index serves. */
export function emptyTimeline(index: MessageIndex = emptyMessageIndex()): Timeline {
  if (!(index instanceof GrowingIndex))
    throw new TypeError('a MessageIndex is made by emptyMessageIndex() only');
  const sent = emptySortedList<Message>(compareSent);
  return new ChunkedTimeline(index, sent, [], sent);
}

/**
 * The timeline with these copies of messages in it, of whichever origin: new ones are inserted, known ones merged.
 * Answers the same timeline where they add nothing. Costs by the copies, hardly by the timeline.
 */
export function mergeIntoTimeline(timeline: Timeline, copies: Iterable<Message>): Timeline {
  const before = internals(timeline);
  const { index } = before;
  const sent = editSortedList(before.sent);
  const deleted = editSortedList(before.deleted);
  let unsent = before.unsent;
  for (const copy of copies) {
    const known = index.get(copy.ID) ?? copy;
    const old = deleted.find(known) ?? sent.find(known) ?? findUnsent(unsent, known);
    let merged = old === undefined ? copy : keepPlace(old, mergeMessages(old, copy));
    index.set(copy.ID, merged);
    if (merged === old) continue;
    const rows: Message[] = [];
    if (old !== undefined) {
      rows.push(old);
      // What the copy told may show that another row is the same message: a send, and what came back of it.
      for (const other of [deleted.find(merged), sent.find(merged), findUnsent(unsent, merged)]) {
        if (other === undefined || rows.includes(other)) continue;
        rows.push(other);
        merged = keepPlace(other, mergeMessages(merged, other));
      }
    }
    for (const row of rows) {
      index.set(row.ID, merged);
      if (row.isDeleted) deleted.remove(row);
      else if (row.status !== 'success') unsent = unsent.filter((message) => message !== row);
      else if (merged.isDeleted) sent.remove(row);
    }
    index.set(copy.ID, merged);
    index.set(merged.ID, merged);
    if (merged.isDeleted) deleted.put(merged);
    else if (merged.status === 'success') sent.put(merged);
    else unsent = [...unsent, merged].sort(compareUnsent);
  }
  const after = { sent: sent.finish(), deleted: deleted.finish() };
  return after.sent === before.sent && after.deleted === before.deleted && unsent === before.unsent
    ? timeline
    : new ChunkedTimeline(index, after.sent, Object.freeze(unsent), after.deleted);
}

/** The timeline with only what is on its way or failed left, or one of the two, for an index of a new login or the same one. */
export function keepUnsent(timeline: Timeline, index: MessageIndex, status?: MessageStatus): Timeline {
  const { unsent } = internals(timeline);
  const kept = unsent.filter((message) => status === undefined || message.status === status);
  return mergeIntoTimeline(emptyTimeline(index), kept);
}

/** The row that shows this message, under whichever ID the copy names it. O(log n). */
export function findCopy(timeline: Timeline, copy: Message): Message | undefined {
  const { sent, unsent } = internals(timeline);
  return timeline.get(copy.ID) ?? sent.find(copy) ?? findUnsent(unsent, copy);
}

/**
 * The sent message with this sequence and time: how 3.x names a message that it does not hold itself. Lite tells no
 * time, which is 0 then: in a group the sequence is enough, in C2C nothing is found.
 */
export function findBySequence(timeline: Timeline, sequence: number, time: number): Message | undefined {
  const { sent } = internals(timeline);
  const first = sent.at(0);
  const isGroup = first !== undefined && isOrderedBySequence(first);
  let index = sent.firstIndex((message) => (isGroup ? message.sequence - sequence : message.time - time));
  for (let message = sent.at(index); message !== undefined; message = sent.at(++index)) {
    if (isGroup ? message.sequence > sequence : message.time > time) return undefined;
    if (message.sequence === sequence && (message.time === time || (isGroup && time === 0))) return message;
  }
  return undefined;
}

/** What changed from one version of a timeline to a later one. A message that was sent and so moved up is `updated`. */
export function diffTimelines(before: Timeline, after: Timeline): SortedListDiff<Message> {
  const a = internals(before);
  const b = internals(after);
  const sent = diffSortedLists(a.sent, b.sent);
  if (a.unsent === b.unsent) return sent;
  const was = new Map(a.unsent.map((message) => [message.ID, message]));
  const gone = new Map(was);
  const isNew = (message: Message): boolean => !was.has(message.ID);
  for (const message of [...sent.inserted, ...sent.updated, ...b.unsent]) gone.delete(message.ID);
  // A row that turned out to be an unsent one's, which took its place, and so its ID.
  const replaced = sent.updated.flatMap((message) => {
    const old = a.sent.find(message);
    return old === undefined || old.ID === message.ID ? [] : [old];
  });
  const appeared = [...sent.inserted, ...b.unsent.filter((message) => was.get(message.ID) !== message)];
  return {
    inserted: appeared.filter(isNew),
    updated: [...sent.updated, ...appeared.filter((message) => !isNew(message))],
    removed: [...sent.removed, ...replaced, ...gone.values()],
  };
}

/** A sent message's place never changes, whatever later copies say. */
function keepPlace(old: Message, merged: Message): Message {
  if (old.status !== 'success' || compareSent(old, merged) === 0) return merged;
  return Object.freeze({ ...merged, time: old.time, sequence: old.sequence });
}

/**
 * By ID, or by what the sender's device gave it: the server's copy of an unsent message may have another ID, and no
 * `clientSequence`. In C2C the device gives the `sequence`, too.
 */
function findUnsent(unsent: readonly Message[], copy: Message): Message | undefined {
  return unsent.find(
    (message) =>
      message.ID === copy.ID ||
      (message.from === copy.from &&
        message.random === copy.random &&
        (message.clientSequence === copy.clientSequence ||
          (!isOrderedBySequence(message) && message.sequence === copy.sequence))),
  );
}

function internals(timeline: Timeline): ChunkedTimeline {
  if (timeline instanceof ChunkedTimeline) return timeline;
  throw new TypeError('a Timeline is made by emptyTimeline() and mergeIntoTimeline() only');
}
