import type { Message } from './message.ts';

/**
 * Message ID → some version of that message, for all conversations of one account. Shared by all versions of all
 * timelines: it only grows, and a version locates by the sort key in it, so old snapshots stay right.
 */
export interface MessageIndex {
  readonly get: (ID: string) => Message | undefined;
}

/** A class, so that immer leaves the map in it alone: it neither drafts nor freezes it. */
export class GrowingIndex implements MessageIndex {
  private readonly byID = new Map<string, Message>();
  readonly get = (ID: string): Message | undefined => this.byID.get(ID);
  readonly set = (ID: string, message: Message): void => void this.byID.set(ID, message);
  readonly delete = (ID: string): void => void this.byID.delete(ID);
}

/** An index that knows no message yet: one per account. */
export function emptyMessageIndex(): MessageIndex {
  return new GrowingIndex();
}
