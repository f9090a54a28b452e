import type { MessageFields } from './message.ts';

type Position = Pick<
  MessageFields,
  'conversationID' | 'from' | 'time' | 'sequence' | 'clientSequence' | 'random'
>;

/**
 * The total order of sent messages within one conversation, oldest first. Groups: the server's sequence. All else:
 * time in seconds, then sender, then the sender's own counter, so that one sender's messages of one second stand in
 * sending order. Two copies compare equal exactly if they are one message: same sender, random, sequence and time.
 */
export function compareSent(a: Position, b: Position): number {
  const first = isOrderedBySequence(a)
    ? a.sequence - b.sequence || a.time - b.time || compareText(a.from, b.from)
    : a.time - b.time || compareText(a.from, b.from) || a.sequence - b.sequence;
  return first || a.random - b.random;
}

/** Whether the server numbers the messages of this conversation: in groups. */
export function isOrderedBySequence({ conversationID }: Pick<MessageFields, 'conversationID'>): boolean {
  return conversationID.startsWith('GROUP');
}

/** The order of messages not yet sent, or failed: as they were written. */
export function compareUnsent(a: Position, b: Position): number {
  return a.time - b.time || a.clientSequence - b.clientSequence || a.random - b.random;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
