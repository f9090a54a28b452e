import { diffSortedLists } from '../shared/diff-sorted-lists.ts';
import { internals } from './chunked-timeline.ts';
import type { Message } from './message.ts';
import type { Timeline } from './timeline.ts';

/**
 * One step from an older version of a timeline to a newer one. `index` counts from 0 in the array as the steps before
 * have left it; `move` takes the row out at `from` and then puts `message` in at `to`.
 */
export type TimelineOperation =
  | { readonly type: 'insert'; readonly index: number; readonly message: Message }
  | { readonly type: 'update'; readonly index: number; readonly message: Message }
  | { readonly type: 'remove'; readonly index: number; readonly message: Message }
  | { readonly type: 'move'; readonly from: number; readonly to: number; readonly message: Message };

/** What two versions of a timeline differ in, as messages and as steps; rows are the same where their IDs are. */
export interface TimelineDiff {
  readonly inserted: readonly Message[];
  /** Changed, moved or both. */
  readonly updated: readonly Message[];
  readonly removed: readonly Message[];
  /** Applied in order to the old array, they give the new one. */
  readonly operations: readonly TimelineOperation[];
}

/**
 * What changed from one version of a timeline to a later one. A message that was sent, and so moved up, is `updated`,
 * by a `move`. Costs by what changed.
 *
 * @example
 * for (const step of diffTimelines(before, after).operations)
 *   if (step.type === 'insert') list.insertAt(step.index, step.message);
 */
export function diffTimelines(before: Timeline, after: Timeline): TimelineDiff {
  const a = internals(before);
  const b = internals(after);
  const sent = diffSortedLists(a.sent, b.sent);
  const inserted: Message[] = [];
  const updated: Message[] = [];
  const operations: TimelineOperation[] = [];
  const wasUnsent = new Map(a.unsent.map((message) => [message.ID, message]));

  // An unsent row may take the place of a sent one that turned out to be the same message.
  const replaced: Message[] = [];
  const arriving = [...sent.inserted];
  const changed: Message[] = [];
  for (const message of sent.updated) {
    const old = a.sent.find(message);
    if (old === undefined || old.ID === message.ID) changed.push(message);
    else {
      replaced.push(old);
      arriving.push(message);
    }
  }

  const gone = a.unsent === b.unsent ? [] : without(a.unsent, [...arriving, ...b.unsent]);
  const removed = [...sent.removed, ...replaced, ...gone];
  const places = removed.map((message) => {
    const index = a.sent.indexOf(message);
    return { message, index: index < 0 ? a.sent.length + a.unsent.indexOf(message) : index };
  });
  // From the end, so that the numbers of the others stay.
  for (const { message, index } of places.sort((x, y) => y.index - x.index))
    operations.push({ type: 'remove', index, message });

  // Oldest first, so that all that stands before each is in its place already. Only unsent rows ever move.
  let length = a.sent.length - sent.removed.length - replaced.length;
  const tail = a.unsent.filter((message) => !gone.includes(message));
  const place = (message: Message, to: number): void => {
    const old = wasUnsent.get(message.ID);
    const offset = old === undefined ? -1 : tail.indexOf(old);
    (offset < 0 ? inserted : updated).push(message);
    if (offset < 0) operations.push({ type: 'insert', index: to, message });
    else {
      operations.push({ type: 'move', from: length + offset, to, message });
      tail.splice(offset, 1);
    }
  };
  for (const [message, to] of arriving
    .map((message) => [message, b.sent.indexOf(message)] as const)
    .sort(([, x], [, y]) => x - y)) {
    place(message, to);
    length += 1;
  }
  for (const message of changed) {
    updated.push(message);
    operations.push({ type: 'update', index: b.sent.indexOf(message), message });
  }
  if (a.unsent !== b.unsent)
    b.unsent.forEach((message, offset) => {
      const index = length + offset;
      if (tail[offset]?.ID !== message.ID) {
        place(message, index);
        tail.splice(offset, 0, message);
      } else if (tail[offset] !== message) {
        updated.push(message);
        operations.push({ type: 'update', index, message });
      }
    });
  return { inserted, updated, removed, operations };
}

/** The messages whose IDs none of the others has. */
function without(messages: readonly Message[], others: readonly Message[]): readonly Message[] {
  const IDs = new Set(others.map(({ ID }) => ID));
  return messages.filter(({ ID }) => !IDs.has(ID));
}
