import { findUnsent, internals } from './chunked-timeline.ts';
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
