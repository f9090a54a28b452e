import type { SortedListDiff } from '../shared/sorted-list.ts';
import { diffSortedLists } from '../shared/sorted-list.ts';
import { internals } from './chunked-timeline.ts';
import type { Message } from './message.ts';
import type { Timeline } from './timeline.ts';

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
