import { emptyTimeline } from '../messages/chunked-timeline.ts';
import { diffTimelines } from '../messages/diff-timelines.ts';
import type { TimState } from '../state.ts';
import type { TimKey } from '../tim-key.ts';
import { both, changedIn } from './changed-ids.ts';
import { changedTyping, DETAILS, diffMembers, GROUP_DETAILS } from './diff-states.ts';

/** Listeners by key. Adding, removing and waking cost by what is added, removed and woken. */
export interface KeyedListeners {
  /** Adds a listener, a function of its own for each call. */
  readonly add: (key: TimKey, listener: () => void) => () => void;
  /** Calls whom it concerns what two states differ in. */
  readonly wake: (before: TimState, after: TimState) => void;
  readonly clear: () => void;
}

type Listeners = Set<() => void>;

/** An empty registry. */
export function createKeyedListeners(): KeyedListeners {
  /** By the kind of key, and then by ID: kinds that nobody listens to cost nothing, and no key is made to look one up. */
  const byKind = new Map<string, Map<string, Listeners>>();
  return {
    clear: () => {
      for (const byID of byKind.values()) for (const listeners of byID.values()) listeners.clear();
      byKind.clear();
    },
    add: (key, listener) => {
      const [kind = ''] = key.split(':', 1);
      const id = key.slice(kind.length + 1);
      const byID = byKind.get(kind) ?? new Map<string, Listeners>();
      const listeners = byID.get(id) ?? new Set();
      byKind.set(kind, byID.set(id, listeners.add(listener)));
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0 || byID.get(id) !== listeners) return;
        byID.delete(id);
        if (byID.size === 0 && byKind.get(kind) === byID) byKind.delete(kind);
      };
    },
    wake: (before, after) => {
      // Who is there before the first is called: one of them may add others, or remove some that have yet to be called.
      const woken = new Map<() => void, Listeners>();
      for (const [kind, byID] of byKind)
        for (const id of IDS[kind as KeyKind](before, after, byID.keys())) {
          const listeners = byID.get(id);
          if (listeners !== undefined) for (const listener of listeners) woken.set(listener, listeners);
        }
      for (const [listener, listeners] of woken) if (listeners.has(listener)) listener();
    },
  };
}

type KeyKind = TimKey extends infer K ? (K extends `${infer Kind}:${string}` ? Kind : K) : never;

/** What follows the kind in the keys of what changed; of a kind without IDs, whether anything did. */
const IDS: Readonly<
  Record<KeyKind, (before: TimState, after: TimState, listened: Iterable<string>) => Iterable<string>>
> = {
  session: (a, b) => whether(a.session !== b.session),
  conversations: (a, b) => whether(a.conversations !== b.conversations),
  groups: (a, b) => whether(a.groups !== b.groups),
  friends: (a, b) => whether(a.friends !== b.friends),
  blocklist: (a, b) => whether(a.blocklist !== b.blocklist),
  conversation: (a, b) =>
    both<string>(changedIn(a.conversations, b.conversations, ['byID', 'drafts']), changedTyping(a, b)),
  messages: (a, b) => changedIn(a.messages, b.messages, ['timelines', 'history']),
  message: changedMessages,
  group: (a, b) =>
    both(
      changedIn(a.groups, b.groups, ['byID', ...GROUP_DETAILS]),
      changedIn(a.messages, b.messages, ['pinned']),
    ),
  members: (a, b) => changedIn(a.members, b.members, ['byGroup']),
  member: (a, b) =>
    diffMembers(a, b).flatMap(({ groupID, added, updated, removed }) =>
      [...added, ...updated, ...removed].map((userID) => `${groupID}/${userID}`),
    ),
  friend: (a, b) => changedIn(a.friends, b.friends, ['byID']),
  profile: (a, b) => changedIn(a.profiles, b.profiles, ['byID', 'statuses']),
};

function whether(isChanged: boolean): readonly string[] {
  return isChanged ? [''] : [];
}

/** The IDs of the messages that differ, or of which something is known that does: all by which somebody may know them. */
function changedMessages(before: TimState, after: TimState, listened: Iterable<string>): Iterable<string> {
  const { timelines, index } = before.messages;
  const IDs = new Set<string>(changedIn(before.messages, after.messages, DETAILS));
  let hasRemoved = false;
  for (const id of changedIn(before.messages, after.messages, ['timelines'])) {
    const now = after.messages.timelines.get(id) ?? emptyTimeline();
    const { inserted, updated, removed } = diffTimelines(timelines.get(id) ?? emptyTimeline(), now);
    for (const { ID } of [...inserted, ...updated, ...removed]) IDs.add(ID);
    hasRemoved ||= removed.length > 0;
  }
  // What was dropped, the index knows by none of its IDs any more.
  if (hasRemoved) for (const ID of listened) if (after.messages.index.get(ID) === undefined) IDs.add(ID);
  for (const ID of IDs) for (const other of index.othersOf(ID)) IDs.add(other);
  return IDs;
}
