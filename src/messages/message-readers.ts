import type { ActionContext } from '../action-context.ts';
import type { Sightings, TimEventMap, TimEventReaders } from '../events.ts';
import { flagOf, recordOf, requireRecord, textOf } from '../shared/fields.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord } from '../shared/read-record.ts';
import type { MessageReaction } from './message-details.ts';
import type { Message } from './message.ts';
import { normalizeExtensions, normalizeReactions, normalizeReceipt } from './normalize-details.ts';
import { normalizeRevocation } from './normalize-message.ts';
import { readMessages } from './read-messages.ts';

const EXTENSIONS: RecordSchema<TimEventMap['MESSAGE_EXTENSIONS_UPDATED']> = {
  messageID: textOf,
  extensions: normalizeExtensions,
};

const EXTENSION_KEYS: RecordSchema<TimEventMap['MESSAGE_EXTENSIONS_DELETED']> = {
  messageID: textOf,
  keyList: listOf,
};

/** Reads the events on messages. */
export function messageReaders(context: ActionContext): TimEventReaders<MessageEventType> {
  const messagesOf = (live: unknown): Sightings & { readonly data: readonly Message[] } => {
    const { messages, ...sightings } = readMessages(context, live);
    return { data: messages, ...sightings };
  };
  return {
    MESSAGE_RECEIVED: messagesOf,
    MESSAGE_MODIFIED: messagesOf,
    MESSAGE_READ_BY_PEER: messagesOf,
    MESSAGE_REVOKED: (live) => ({ data: context.readEach(live, normalizeRevocation) }),
    MESSAGE_READ_RECEIPT_RECEIVED: (live) => ({ data: context.readEach(live, normalizeReceipt) }),
    MESSAGE_EXTENSIONS_UPDATED: (live) => ({ data: readRecord(live, EXTENSIONS, 'changed extensions') }),
    MESSAGE_EXTENSIONS_DELETED: (live) => ({ data: readRecord(live, EXTENSION_KEYS, 'deleted extensions') }),
    MESSAGE_REACTIONS_UPDATED: (live) => {
      const { messageID, reactionList } = normalizeReactions(live);
      const { userID } = context.getState().session;
      const mine = reactionList.map((reaction) => isMine(reaction, userID));
      return { data: Object.freeze({ messageID, reactionList: Object.freeze(mine) }) };
    },
    PINNED_GROUP_MESSAGE_UPDATED: (live) => {
      const raw = requireRecord(live, 'a pinned message');
      const isPinned = flagOf(raw['isPinned']);
      const { messages, ...sightings } = readMessages(context, isPinned ? [raw['message']] : [], true);
      const messageID = textOf(recordOf(raw['message'])['ID']);
      const data = { groupID: textOf(raw['groupID']), messageID, isPinned, message: messages[0] };
      return { data: Object.freeze(data), ...sightings };
    },
  };
}

type MessageEventType =
  | 'MESSAGE_RECEIVED'
  | 'MESSAGE_MODIFIED'
  | 'MESSAGE_READ_BY_PEER'
  | 'MESSAGE_REVOKED'
  | 'MESSAGE_READ_RECEIPT_RECEIVED'
  | 'MESSAGE_EXTENSIONS_UPDATED'
  | 'MESSAGE_EXTENSIONS_DELETED'
  | 'MESSAGE_REACTIONS_UPDATED'
  | 'PINNED_GROUP_MESSAGE_UPDATED';

/**
 * The reaction with `reactedByMyself` mended: in its events the SDK knows only what I did in this session. The list of
 * users decides, where I am in it or it is complete.
 */
function isMine(reaction: MessageReaction, userID: string | undefined): MessageReaction {
  const { partialUserList, totalUserCount } = reaction;
  const reactedByMyself =
    partialUserList.some((user) => user.userID === userID) ||
    (partialUserList.length < totalUserCount && reaction.reactedByMyself);
  return Object.freeze({ ...reaction, reactedByMyself });
}
