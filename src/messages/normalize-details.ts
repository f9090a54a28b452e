import { flagOf, numberOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import { isRecord } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { readRecord } from '../shared/read-record.ts';
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
export function normalizeExtensions(live: unknown): readonly MessageExtension[] {
  return records(live, EXTENSION);
}

const USER: RecordSchema<ReactionUser> = { userID: textOf, nick: textOf, avatar: textOf };

/** Those who reacted. */
export function normalizeReactionUsers(live: unknown): readonly ReactionUser[] {
  return records(live, USER);
}

const REACTION: RecordSchema<MessageReaction> = {
  reactionID: textOf,
  totalUserCount: numberOf,
  partialUserList: normalizeReactionUsers,
  reactedByMyself: flagOf,
};

/** Reactions to one message. Throws `MALFORMED_DATA` where it does not say to which. */
export function normalizeReactions(live: unknown): MessageReactions {
  const raw = requireRecord(live, 'reactions');
  return Object.freeze({
    messageID: requireText(raw['messageID'], 'the message of reactions'),
    reactionList: records(raw['reactionList'], REACTION),
  });
}

function records<T extends object>(live: unknown, schema: RecordSchema<T>): readonly T[] {
  return Object.freeze(
    Array.isArray(live) ? live.filter(isRecord).map((item) => readRecord(item, schema, '')) : [],
  );
}
