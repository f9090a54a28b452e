import { TYPES } from '../../sdk/constants.ts';
import { groupOfID, peerOfID } from './conversation-ids.ts';
import { groupCard } from './describe-group.ts';
import { isVisibleTo, type StoredMessage } from './stored-message.ts';
import { visibleMessages } from './visible-messages.ts';
import type { ConversationCard, ConversationSnapshot, Profile, WireMessage } from './wire.ts';
import { type User, viewOf, type World } from './world.ts';

// The travelling copies of what the server keeps.

/** A user without what is private. */
export function profileOf({ userID, nick, avatar }: Profile): Profile {
  return { userID, nick, avatar };
}

/** The message for this user, who may have read it or not. */
export function wireMessage(message: StoredMessage, user: User, conversationID: string): WireMessage {
  const { notes, ...wire } = message;
  const isRead = !viewOf(user, conversationID).unread.has(message);
  const receiptTime =
    message.conversationType === TYPES.CONV_C2C ? notes.receipts.get(message.to) : undefined;
  return { ...wire, isRead, receiptTime };
}

/** The conversation for this user, profile included; of an unknown peer only the ID. */
export function conversationCard(world: World, user: User, conversationID: string): ConversationCard {
  const { remindType, isPinned, markList, customData, groupNames } = viewOf(user, conversationID);
  const peerID = peerOfID(conversationID);
  const group = world.groups.get(groupOfID(conversationID) ?? '');
  const peer = { userID: peerID ?? '', nick: '', avatar: '' };
  return {
    conversationID,
    peer: peerID === undefined ? undefined : profileOf(world.users.get(peerID) ?? peer),
    group: group?.members.has(user.userID) === true ? groupCard(group, user) : undefined,
    remindType,
    isPinned,
    remark: user.relations.friends.get(peerID ?? '')?.remark ?? '',
    markList,
    customData,
    conversationGroupList: [...groupNames],
  };
}

/** The conversation for this user with its counts and its last message. */
export function conversationSnapshot(world: World, user: User, conversationID: string): ConversationSnapshot {
  const { unread, mentions, peerReadTime } = viewOf(user, conversationID);
  const last = lastShown(visibleMessages(world, user.userID, conversationID), user);
  return {
    ...conversationCard(world, user, conversationID),
    unreadCount: unread.size,
    peerReadTime,
    lastMessage: last && wireMessage(last, user, conversationID),
    mentions: [...mentions].map((message) => wireMessage(message, user, conversationID)),
  };
}

/** The message that the conversation's row shows. */
function lastShown(messages: readonly StoredMessage[], { userID }: User): StoredMessage | undefined {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message?.isExcludedFromLastMessage === false && isVisibleTo(message, userID)) return message;
  }
  return undefined;
}
