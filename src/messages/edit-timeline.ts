import type { Ranges } from '../shared/ranges.ts';
import { addRange, dropBelow, NO_RANGES, OPEN_END } from '../shared/ranges.ts';
import type { SortedList } from '../shared/sorted-list.ts';
import { editSortedList } from '../shared/sorted-list.ts';
import {
  ChunkedTimeline,
  emptyTimeline,
  FIRST_INDEX,
  findUnsent,
  internals,
  placeOf,
} from './chunked-timeline.ts';
import { compareSent, compareUnsent, isOrderedBySequence } from './compare-messages.ts';
import { mergeMessages } from './merge-messages.ts';
import type { GrowingIndex, MessageIndex } from './message-index.ts';
import type { Message, MessageStatus } from './message.ts';
import type { Timeline } from './timeline.ts';

/**
 * The timeline with these copies of messages in it, of whichever origin: new ones are inserted, known ones merged; and
 * with what is `covered` by whatever brought them. A group's message covers its own sequence. Answers the same timeline
 * where they add nothing. Costs by the copies, hardly by the timeline.
 */
export function mergeIntoTimeline(
  timeline: Timeline,
  copies: Iterable<Message>,
  newlyCovered: Ranges = NO_RANGES,
): Timeline {
  const before = internals(timeline);
  const { index } = before;
  let covered = newlyCovered.reduce(addRange, before.covered);
  const sent = editSortedList(before.sent);
  const deleted = editSortedList(before.deleted);
  let unsent = before.unsent;
  const find = (message: Message): Message | undefined =>
    deleted.find(message) ?? sent.find(message) ?? findUnsent(unsent, message);
  for (const copy of copies) {
    const known = index.get(copy.ID);
    // What the index has may date from before it was sent.
    const old = (known && find(known)) ?? find(copy);
    let merged = old === undefined ? copy : keepPlace(old, mergeMessages(old, copy));
    index.set(copy.ID, merged);
    if (merged.status === 'success' && merged.sequence > 0 && isOrderedBySequence(merged))
      covered = addRange(covered, { from: merged.sequence, to: merged.sequence });
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
    if (old !== undefined) {
      index.set(copy.ID, merged);
      index.set(merged.ID, merged);
    }
    if (merged.isDeleted) deleted.put(merged);
    else if (merged.status === 'success') sent.put(merged);
    else unsent = [...unsent, merged].sort(compareUnsent);
  }
  const after = { sent: sent.finish(), deleted: shorten(deleted.finish(), before.deleted, index) };
  if (
    after.sent === before.sent &&
    after.deleted === before.deleted &&
    unsent === before.unsent &&
    covered === before.covered
  )
    return timeline;
  const first = after.sent.at(0);
  const anchor = before.anchor ?? (first && { at: first, number: FIRST_INDEX });
  return new ChunkedTimeline(index, after.sent, Object.freeze(unsent), after.deleted, covered, anchor);
}

/** So many deleted messages of a conversation are remembered: more than the pages bring that may be on their way. */
const MOST_DELETED = 1000;

/** The list without its oldest, where there are too many. */
function shorten(
  deleted: SortedList<Message>,
  before: SortedList<Message>,
  index: GrowingIndex,
): SortedList<Message> {
  if (deleted.length <= MOST_DELETED) return deleted;
  const kept = editSortedList(deleted);
  // What was deleted just now stays, however old it is: a page that has it may be on its way.
  const old = [...before].filter((message) => deleted.find(message) !== undefined);
  for (const message of old.slice(0, deleted.length - MOST_DELETED)) {
    kept.remove(message);
    index.delete(message.ID);
  }
  return kept.finish();
}

/** So many more than asked for may be dropped: less than what is kept above the screen. */
const MOST_BESIDE = 20;

/**
 * The timeline without its oldest sent messages, down to `most` of them, and without what is known of the time before
 * them, so that they page in again.
 */
export function dropOldest(timeline: Timeline, most: number): Timeline {
  const before = internals(timeline);
  const excess = before.sent.length - most;
  if (excess <= 0) return timeline;
  // Of the second of the first that is kept, others may have been dropped.
  const edgeOf = (message: Message): number => placeOf(message) + Number(!isOrderedBySequence(message));
  const cut = before.sent.at(excess);
  const least = cut === undefined ? OPEN_END : edgeOf(cut);
  const covered = cut === undefined ? NO_RANGES : dropBelow(before.covered, least);
  const from = covered[0]?.from ?? 0;
  // What is left of a stretch that ends here goes, too, with the second in which it met the next: they would seem to be
  // neighbours.
  const met = from > least ? before.sent.firstIndex((message) => placeOf(message) - from) : excess;
  const count = met - excess > MOST_BESIDE ? excess : Math.max(excess, met);
  const sent = editSortedList(before.sent);
  for (const message of timeline.slice(0, count)) sent.remove(message);
  const first = before.sent.at(count);
  const anchor = first && { at: first, number: before.firstIndex + count };
  // Those pages are read anew, and no longer have what was deleted.
  const deleted = editSortedList(before.deleted);
  for (const message of before.deleted)
    if (first === undefined || compareSent(message, first) < 0) deleted.remove(message);
  return new ChunkedTimeline(before.index, sent.finish(), before.unsent, deleted.finish(), covered, anchor);
}

/**
 * Takes the messages that a later version has no more out of the index, so that no version finds them by ID any longer.
 * Answers the IDs under which they were known.
 */
export function forgetDropped(before: Timeline, after: Timeline | undefined): readonly string[] {
  const { index } = internals(before);
  const kept = new Set(after && everyMessage(after));
  return everyMessage(before).flatMap((message) => (kept.has(message) ? [] : index.delete(message.ID)));
}

function everyMessage(timeline: Timeline): readonly Message[] {
  const { sent, unsent, deleted } = internals(timeline);
  return [...sent, ...unsent, ...deleted];
}

/** The timeline without this message that is on its way or failed, as if it had never been. */
export function dropUnsent(timeline: Timeline, ID: string): Timeline {
  const { index, sent, unsent, deleted, covered, anchor } = internals(timeline);
  const rest = unsent.filter((message) => message.ID !== ID);
  if (rest.length === unsent.length) return timeline;
  index.delete(ID);
  return new ChunkedTimeline(index, sent, Object.freeze(rest), deleted, covered, anchor);
}

/** The timeline with only what is on its way or failed left, or one of the two, for an index of a new login or the same one. */
export function keepUnsent(timeline: Timeline, index: MessageIndex, status?: MessageStatus): Timeline {
  const { unsent } = internals(timeline);
  const kept = unsent.filter((message) => status === undefined || message.status === status);
  return mergeIntoTimeline(emptyTimeline(index), kept);
}

/** A sent message's place never changes, whatever later copies say. */
function keepPlace(old: Message, merged: Message): Message {
  if (old.status !== 'success' || compareSent(old, merged) === 0) return merged;
  return Object.freeze({ ...merged, time: old.time, sequence: old.sequence, random: old.random });
}
