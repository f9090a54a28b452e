import type { Range, Ranges } from '../shared/ranges.ts';
import type { Message } from './message.ts';

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
  /**
   * What is known without a hole, oldest first: of groups the server's sequences, else seconds of time. A range that
   * begins at 0 reaches to the start of the history, one that ends at `OPEN_END` to the present.
   */
  readonly covered: Ranges;
  /** The holes between, oldest first: messages that the server may have and the store has not. */
  readonly gaps: readonly TimelineGap[];
  /**
   * A number for the first message, so that message `i` has the number `firstIndex + i` and keeps it when older ones
   * come in or are dropped: what virtual lists want for their anchor.
   */
  readonly firstIndex: number;
}

/** A hole in a timeline: `from` and `to` are sequences in groups, else seconds, both included. */
export interface TimelineGap extends Range {
  /** The index of the message before which it stands. */
  readonly index: number;
}
