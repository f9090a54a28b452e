import type { ConversationID } from './conversations/conversation-id.ts';

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
