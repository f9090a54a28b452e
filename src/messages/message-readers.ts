import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders } from '../events.ts';
import { flagOf, requireRecord, textOf } from '../shared/fields.ts';
import { isRecord } from '../shared/plain.ts';
import { listOf } from '../shared/read-record.ts';
import type { MessageReaction } from './message-details.ts';
import { normalizeExtensions, normalizeReactions, normalizeReceipt } from './normalize-details.ts';
import { normalizeRevocation } from './normalize-message.ts';
import { readMessages } from './read-messages.ts';

/** Reads the events on messages. */
export function messageReaders(context: ActionContext): TimEventReaders<MessageEventType> {
  const messagesOf =
    (type: 'MESSAGE_RECEIVED' | 'MESSAGE_MODIFIED' | 'MESSAGE_READ_BY_PEER') => (live: unknown) => {
      const { messages, ...sightings } = readMessages(context, live);
      return { type, data: messages, ...sightings };
    };
  return {
    MESSAGE_RECEIVED: messagesOf('MESSAGE_RECEIVED'),
    MESSAGE_MODIFIED: messagesOf('MESSAGE_MODIFIED'),
    MESSAGE_READ_BY_PEER: messagesOf('MESSAGE_READ_BY_PEER'),
    MESSAGE_REVOKED: (live) => ({
      type: 'MESSAGE_REVOKED',
      data: context.readEach(live, normalizeRevocation),
    }),
    MESSAGE_READ_RECEIPT_RECEIVED: (live) => ({
      type: 'MESSAGE_READ_RECEIPT_RECEIVED',
      data: context.readEach(live, normalizeReceipt),
    }),
    MESSAGE_EXTENSIONS_UPDATED: (live) => {
      const raw = requireRecord(live, 'changed extensions');
      const extensions = normalizeExtensions(raw['extensions']);
      return {
        type: 'MESSAGE_EXTENSIONS_UPDATED',
        data: Object.freeze({ messageID: textOf(raw['messageID']), extensions }),
      };
    },
    MESSAGE_EXTENSIONS_DELETED: (live) => {
      const raw = requireRecord(live, 'deleted extensions');
      const keyList = listOf<string>(raw['keyList'], undefined);
      return {
        type: 'MESSAGE_EXTENSIONS_DELETED',
        data: Object.freeze({ messageID: textOf(raw['messageID']), keyList }),
      };
    },
    MESSAGE_REACTIONS_UPDATED: (live) => {
      const { messageID, reactionList } = normalizeReactions(live);
      const { userID } = context.getState().session;
      const mine = reactionList.map((reaction) => isMine(reaction, userID));
      return {
        type: 'MESSAGE_REACTIONS_UPDATED',
        data: Object.freeze({ messageID, reactionList: Object.freeze(mine) }),
      };
    },
    PINNED_GROUP_MESSAGE_UPDATED: (live) => {
      const raw = requireRecord(live, 'a pinned message');
      const isPinned = flagOf(raw['isPinned']);
      const { messages, ...sightings } = readMessages(context, isPinned ? [raw['message']] : [], true);
      const messageID = isRecord(raw['message']) ? textOf(raw['message']['ID']) : '';
      const data = { groupID: textOf(raw['groupID']), messageID, isPinned, message: messages[0] };
      return { type: 'PINNED_GROUP_MESSAGE_UPDATED', data: Object.freeze(data), ...sightings };
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
