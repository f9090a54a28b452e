import type { Ranges } from '../shared/ranges.ts';
import { holesIn, NO_RANGES } from '../shared/ranges.ts';
import type { SortedList } from '../shared/sorted-list.ts';
import { emptySortedList } from '../shared/sorted-list.ts';
import { compareSent, isOrderedBySequence } from './compare-messages.ts';
import type { MessageIndex } from './message-index.ts';
import { emptyMessageIndex, GrowingIndex } from './message-index.ts';
import type { Message } from './message.ts';
import type { Timeline, TimelineGap } from './timeline.ts';

/** The number of a timeline's first message ever. */
export const FIRST_INDEX = 1_000_000;

/** A place that keeps its number, whatever comes in before it. */
export interface Anchor {
  readonly at: Message;
  readonly number: number;
}

/** A class, so that immer treats a timeline as one value and neither drafts nor walks it. */
export class ChunkedTimeline implements Timeline {
  readonly length: number;
  private array: readonly Message[] | undefined;
  private holes: readonly TimelineGap[] | undefined;

  constructor(
    readonly index: GrowingIndex,
    readonly sent: SortedList<Message>,
    /** A few, as they were written. */
    readonly unsent: readonly Message[],
    /** What was deleted: never shown again, even if a stale page brings it back. */
    readonly deleted: SortedList<Message>,
    readonly covered: Ranges,
    readonly anchor: Anchor | undefined,
  ) {
    this.length = sent.length + unsent.length;
  }

  get gaps(): readonly TimelineGap[] {
    return (this.holes ??= Object.freeze(
      holesIn(this.covered.slice(this.oldestRange)).map(({ from, to }) =>
        Object.freeze({ from, to, index: this.sent.firstIndex((message) => placeOf(message) - to) }),
      ),
    ));
  }

  /** The index of the range of `covered` in or before which the oldest row stands. What lies below shows no row. */
  get oldestRange(): number {
    const first = this.sent.at(0);
    const index = first === undefined ? -1 : this.covered.findIndex(({ to }) => to >= placeOf(first));
    return index < 0 ? Math.max(0, this.covered.length - 1) : index;
  }

  get firstIndex(): number {
    const { anchor } = this;
    if (anchor === undefined) return FIRST_INDEX;
    return anchor.number - this.sent.firstIndex((message) => compareSent(message, anchor.at));
  }

  readonly at = (index: number): Message | undefined => {
    const place = index < 0 ? this.length + index : index;
    return place < this.sent.length ? this.sent.at(place) : this.unsent[place - this.sent.length];
  };

  readonly slice = (start: number = 0, end: number = this.length): readonly Message[] => {
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

/** A timeline without messages, of the account that this index serves. */
export function emptyTimeline(index: MessageIndex = emptyMessageIndex()): Timeline {
  if (!(index instanceof GrowingIndex))
    throw new TypeError('a MessageIndex is made by emptyMessageIndex() only');
  const sent = emptySortedList<Message>(compareSent);
  return new ChunkedTimeline(index, sent, [], sent, NO_RANGES, undefined);
}

/** Where a sent message stands among the numbers of `covered`: its sequence in groups, else its time. */
export function placeOf(message: Message): number {
  return isOrderedBySequence(message) ? message.sequence : message.time;
}

/** What a timeline is made of. */
export function internals(timeline: Timeline): ChunkedTimeline {
  if (timeline instanceof ChunkedTimeline) return timeline;
  throw new TypeError('a Timeline is made by emptyTimeline() and mergeIntoTimeline() only');
}

/**
 * By ID, or by what the sender's device gave it: the server's copy of an unsent message may have another ID, and no
 * `clientSequence`. In C2C the device gives the `sequence`, too.
 */
export function findUnsent(unsent: readonly Message[], copy: Message): Message | undefined {
  return unsent.find(
    (message) =>
      message.ID === copy.ID ||
      (message.from === copy.from &&
        message.random === copy.random &&
        (message.clientSequence === copy.clientSequence ||
          (!isOrderedBySequence(message) && message.sequence === copy.sequence))),
  );
}
