import type { ConversationID } from '../conversations/conversation-id.ts';
import type { TimChanges } from './diff-states.ts';
import { changedIDs } from './diff-states.ts';

/**
 * Names a part of the state, so that a listener is called only by commits that change that part: the session; the
 * conversation list; one row of it, with its draft, and whether the other one is writing; one conversation's messages, with their history; one message, with
 * its receipts, reactions, extensions, upload and recall window; the groups, with the requests to join; one group, with its attributes,
 * counters, topics and pinned messages; the members of one group; one of them; the friends, with requests and friend
 * groups; one friend; the blocklist; one user's profile, with the status.
 */
export type TimKey =
  | 'session'
  | 'conversations'
  | `conversation:${ConversationID}`
  | `messages:${ConversationID}`
  | `message:${string}`
  | 'groups'
  | `group:${string}`
  | `members:${string}`
  | `member:${string}/${string}`
  | 'friends'
  | `friend:${string}`
  | 'blocklist'
  | `profile:${string}`;

/** Listeners by key. Adding, removing and waking cost by what is added, removed and woken. */
export interface KeyedListeners {
  /** Adds a listener, a function of its own for each call. */
  readonly add: (key: TimKey, listener: () => void) => () => void;
  readonly wake: (changes: TimChanges) => void;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
}

/** An empty registry. */
export function createKeyedListeners(): KeyedListeners {
  const byKey = new Map<TimKey, Set<() => void>>();
  return {
    isEmpty: () => byKey.size === 0,
    clear: () => {
      for (const listeners of byKey.values()) listeners.clear();
      byKey.clear();
    },
    add: (key, listener) => {
      const listeners = byKey.get(key) ?? new Set();
      byKey.set(key, listeners.add(listener));
      return () => {
        if (listeners.delete(listener) && listeners.size === 0 && byKey.get(key) === listeners)
          byKey.delete(key);
      };
    },
    wake: (changes) => {
      // Who is there before the first is called: one of them may add others, or remove some that have yet to be called.
      const woken = new Map<() => void, ReadonlySet<() => void>>();
      for (const key of keysOf(changes)) {
        const listeners = byKey.get(key) ?? new Set();
        for (const listener of listeners) woken.set(listener, listeners);
      }
      for (const [listener, listeners] of woken) if (listeners.has(listener)) listener();
    },
  };
}

function* keysOf(changes: TimChanges): Iterable<TimKey> {
  const { conversations, drafts, typing, groups, groupDetails, friends, profiles, statuses } = changes;
  if (changes.session) yield 'session';
  if (changes.conversationList) yield 'conversations';
  if (changes.groupList) yield 'groups';
  if (changes.friendList) yield 'friends';
  if (changes.blocklist) yield 'blocklist';
  for (const id of [...changedIDs(conversations), ...drafts, ...typing]) yield `conversation:${id}`;
  for (const { conversationID, inserted, updated, removed } of changes.messages) {
    yield `messages:${conversationID}`;
    for (const { ID } of [...inserted, ...updated, ...removed]) yield `message:${ID}`;
  }
  for (const id of changes.history) yield `messages:${id}`;
  for (const id of changes.messageDetails) yield `message:${id}`;
  for (const id of [...changedIDs(groups), ...groupDetails]) yield `group:${id}`;
  for (const diff of changes.members) {
    yield `members:${diff.groupID}`;
    for (const id of changedIDs(diff)) yield `member:${diff.groupID}/${id}`;
  }
  for (const id of changedIDs(friends)) yield `friend:${id}`;
  for (const id of [...changedIDs(profiles), ...statuses]) yield `profile:${id}`;
}
