import { TYPES } from '../../sdk/constants.ts';
import type { StoredMessage } from './stored-message.ts';

/** What everybody but `userID` calls the conversation with that user. */
export function c2cConversationID(userID: string): string {
  return `${TYPES.CONV_C2C}${userID}`;
}

/** What everybody calls the conversation of the group. */
export function groupConversationID(groupID: string): string {
  return `${TYPES.CONV_GROUP}${groupID}`;
}

/** The other user of a C2C conversation; undefined for any other. */
export function peerOfID(conversationID: string): string | undefined {
  return withoutPrefix(conversationID, TYPES.CONV_C2C);
}

/** The group of a group conversation; undefined for any other. */
export function groupOfID(conversationID: string): string | undefined {
  return withoutPrefix(conversationID, TYPES.CONV_GROUP);
}

/** What `userID` calls the conversation that a message belongs to. */
export function conversationIDOf(
  message: Pick<StoredMessage, 'conversationType' | 'from' | 'to'>,
  userID: string,
): string {
  if (message.conversationType === TYPES.CONV_SYSTEM) return TYPES.CONV_SYSTEM;
  if (message.conversationType === TYPES.CONV_GROUP) return groupConversationID(message.to);
  return c2cConversationID(message.from === userID ? message.to : message.from);
}

const TOPIC_MARK = '@TOPIC#_';

/** Whether it is the ID of a topic, or of its conversation. */
export function isTopicID(id: string): boolean {
  return id.includes(TOPIC_MARK);
}

/** The ID of a topic in this community. */
export function topicIDIn(groupID: string, name: string): string {
  return `${groupID}${TOPIC_MARK}${name}`;
}

function withoutPrefix(conversationID: string, prefix: string): string | undefined {
  return conversationID.startsWith(prefix) ? conversationID.slice(prefix.length) : undefined;
}
