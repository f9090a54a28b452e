import { flagOf, numberOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { readRecord, recordsOf } from '../shared/read-record.ts';
import type {
  MessageExtension,
  MessageReaction,
  MessageReactions,
  MessageReadReceipt,
  ReactionUser,
} from './message-details.ts';

/** Who has read a message, as the SDK tells it. */
export function normalizeReceipt(live: unknown): MessageReadReceipt {
  const raw = requireRecord(live, 'a receipt');
  return Object.freeze({
    messageID: requireText(raw['messageID'], 'the message of a receipt'),
    isPeerRead: flagOf(raw['isPeerRead']),
    readCount: numberOf(raw['readCount']),
    unreadCount: typeof raw['unreadCount'] === 'number' ? raw['unreadCount'] : undefined,
  });
}

const EXTENSION: RecordSchema<MessageExtension> = { key: textOf, value: textOf };

/** What of a list of extensions can be read. */
export const normalizeExtensions: (live: unknown) => readonly MessageExtension[] =
  /* @__PURE__ */ recordsOf(EXTENSION);

const USER: RecordSchema<ReactionUser> = { userID: textOf, nick: textOf, avatar: textOf };

/** Those who reacted. */
export const normalizeReactionUsers: (live: unknown) => readonly ReactionUser[] =
  /* @__PURE__ */ recordsOf(USER);

const REACTION: RecordSchema<MessageReaction> = {
  reactionID: textOf,
  totalUserCount: numberOf,
  partialUserList: normalizeReactionUsers,
  reactedByMyself: flagOf,
};

const REACTIONS: RecordSchema<MessageReactions> = {
  messageID: (live) => requireText(live, 'the message of reactions'),
  reactionList: /* @__PURE__ */ recordsOf(REACTION),
};

/** Reactions to one message. Throws `MALFORMED_DATA` where it does not say to which. */
export function normalizeReactions(live: unknown): MessageReactions {
  return readRecord(live, REACTIONS, 'reactions');
}
