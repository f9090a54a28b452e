import { findUnsent, internals, placeOf } from './chunked-timeline.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import type { Message } from './message.ts';
import type { Timeline } from './timeline.ts';

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

/** The first sent message of a place: of a sequence in a group, else of a second. O(log n). */
export function findAt(timeline: Timeline, place: number): Message | undefined {
  const { sent } = internals(timeline);
  const message = sent.at(sent.firstIndex((other) => placeOf(other) - place));
  return message !== undefined && placeOf(message) === place ? message : undefined;
}

/** The newest message that was sent. */
export function lastSent(timeline: Timeline): Message | undefined {
  const { sent } = internals(timeline);
  return sent.at(sent.length - 1);
}

/** From where on there is no hole up to the first row, and behind it; `undefined` where nothing is known. */
export function coveredFrom(timeline: Timeline): number | undefined {
  const { covered, oldestRange } = internals(timeline);
  return covered[oldestRange]?.from;
}

/** Whether there are holes between the rows. Costs by nothing but what lies below them. */
export function hasGaps(timeline: Timeline): boolean {
  const { covered, oldestRange } = internals(timeline);
  return oldestRange < covered.length - 1;
}
