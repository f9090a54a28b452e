import type { MessageIndex } from '../messages/message-index.ts';
import type { TimKey } from '../tim-key.ts';
import type { TimChanges } from './diff-states.ts';
import { changedIDs } from './diff-states.ts';

/** Listeners by key. Adding, removing and waking cost by what is added, removed and woken. */
export interface KeyedListeners {
  /** Adds a listener, a function of its own for each call. */
  readonly add: (key: TimKey, listener: () => void) => () => void;
  /** Calls whom the changes concern; the index tells by which other IDs somebody may know a message. */
  readonly wake: (changes: TimChanges, index: MessageIndex) => void;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
}

type Listeners = Set<() => void>;

/** An empty registry. */
export function createKeyedListeners(): KeyedListeners {
  /** By the kind of key, and then by ID: kinds that nobody listens to cost nothing, and no key is made to look one up. */
  const byKind = new Map<string, Map<string, Listeners>>();
  return {
    isEmpty: () => byKind.size === 0,
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
    wake: (changes, index) => {
      // Who is there before the first is called: one of them may add others, or remove some that have yet to be called.
      const woken = new Map<() => void, Listeners>();
      for (const [kind, byID] of byKind)
        for (const id of IDS[kind as KeyKind](changes, index)) {
          const listeners = byID.get(id);
          if (listeners !== undefined) for (const listener of listeners) woken.set(listener, listeners);
        }
      for (const [listener, listeners] of woken) if (listeners.has(listener)) listener();
    },
  };
}

type KeyKind = TimKey extends infer K ? (K extends `${infer Kind}:${string}` ? Kind : K) : never;

/** What follows the kind in the keys of what changed; of a kind without IDs, whether anything did. */
const IDS: Readonly<Record<KeyKind, (changes: TimChanges, index: MessageIndex) => Iterable<string>>> = {
  session: ({ session }) => whether(session),
  conversations: ({ conversationList }) => whether(conversationList),
  groups: ({ groupList }) => whether(groupList),
  friends: ({ friendList }) => whether(friendList),
  blocklist: ({ blocklist }) => whether(blocklist),
  conversation: ({ conversations, drafts, typing }) => [...changedIDs(conversations), ...drafts, ...typing],
  messages: ({ messages, history }) => [...messages.map(({ conversationID }) => conversationID), ...history],
  message: ({ messages, messageDetails }, index) =>
    [
      ...messages.flatMap(({ inserted, updated, removed }) =>
        [...inserted, ...updated, ...removed].map(({ ID }) => ID),
      ),
      ...messageDetails,
    ].flatMap((ID) => [ID, ...index.othersOf(ID)]),
  group: ({ groups, groupDetails }) => [...changedIDs(groups), ...groupDetails],
  members: ({ members }) => members.map(({ groupID }) => groupID),
  member: ({ members }) =>
    members.flatMap((diff) => changedIDs(diff).map((userID) => `${diff.groupID}/${userID}`)),
  friend: ({ friends }) => changedIDs(friends),
  profile: ({ profiles, statuses }) => [...changedIDs(profiles), ...statuses],
};

function whether(isChanged: boolean): readonly string[] {
  return isChanged ? [''] : [];
}
