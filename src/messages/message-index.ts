import type { Message } from './message.ts';

/**
 * Message ID → some version of that message, for all conversations of one account. Shared by all versions of all
 * timelines: a version locates by the sort key in it, so old snapshots stay right. It grows, but for what is dropped: that
 * old snapshots find by ID no longer.
 */
export interface MessageIndex {
  /** How many IDs it knows; a message may have several. */
  readonly size: number;
  readonly get: (ID: string) => Message | undefined;
  /** The other IDs under which the message with this one came. */
  readonly othersOf: (ID: string) => Iterable<string>;
}

const NONE: readonly string[] = [];

/** So many other IDs of a message are known, the last ones: some get a new one whenever the SDK reads them again. */
const MOST_OTHERS = 10;

/** A class, so that immer leaves the maps in it alone: it neither drafts nor freezes them. */
export class GrowingIndex implements MessageIndex {
  private readonly byID = new Map<string, Message>();
  /** The other IDs under which a message came, by the one of its row: few have any. */
  private readonly others = new Map<string, Set<string>>();
  get size(): number {
    return this.byID.size;
  }
  readonly get = (ID: string): Message | undefined => this.byID.get(ID);
  readonly set = (ID: string, message: Message): void => {
    this.byID.set(ID, message);
    if (ID === message.ID) return;
    const others = this.others.get(message.ID) ?? new Set();
    others.delete(ID);
    this.others.set(message.ID, others.add(ID));
    const [oldest] = others;
    if (others.size <= MOST_OTHERS || oldest === undefined) return;
    others.delete(oldest);
    this.delete(oldest);
  };
  readonly othersOf = (ID: string): Iterable<string> => {
    const direct = this.others.get(ID);
    if (direct === undefined) return NONE;
    const all = new Set(direct);
    for (const name of all) for (const other of this.others.get(name) ?? NONE) all.add(other);
    return all;
  };
  /** Forgets a message under all of its IDs; answers these. */
  readonly delete = (ID: string): readonly string[] => {
    const names = [ID, ...this.othersOf(ID)];
    for (const name of names) {
      this.byID.delete(name);
      this.others.delete(name);
    }
    return names;
  };
}

/** An index that knows no message yet: one per account. */
export function emptyMessageIndex(): MessageIndex {
  return new GrowingIndex();
}
