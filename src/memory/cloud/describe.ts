import { groupOfID, peerOfID } from './conversation-ids.ts';
import type { StoredMessage } from './stored-message.ts';
import type { ConversationCard, ConversationSnapshot, GroupCard, Profile, WireMessage } from './wire.ts';
import { type Group, messagesOf, type User, viewOf, type World } from './world.ts';

// The travelling copies of what the server keeps.

/** A user without what is private. */
export function profileOf({ userID, nick, avatar }: Profile): Profile {
  return { userID, nick, avatar };
}

/** The message for this user, who may have read it or not. */
export function wireMessage(message: StoredMessage, user: User, conversationID: string): WireMessage {
  return { ...message, isRead: !viewOf(user, conversationID).unread.has(message) };
}

/** The conversation for this user, profile included; of an unknown peer only the ID. */
export function conversationCard(world: World, user: User, conversationID: string): ConversationCard {
  const { remindType, isPinned } = viewOf(user, conversationID);
  const peerID = peerOfID(conversationID);
  const group = world.groups.get(groupOfID(conversationID) ?? '');
  const peer = { userID: peerID ?? '', nick: '', avatar: '' };
  return {
    conversationID,
    peer: peerID === undefined ? undefined : profileOf(world.users.get(peerID) ?? peer),
    group: group?.memberIDs.has(user.userID) === true ? groupCard(group) : undefined,
    remindType,
    isPinned,
  };
}

/** The conversation for this user with its counts and its last message. */
export function conversationSnapshot(world: World, user: User, conversationID: string): ConversationSnapshot {
  const { unread, peerReadTime } = viewOf(user, conversationID);
  const last = messagesOf(world, user.userID, conversationID).at(-1);
  return {
    ...conversationCard(world, user, conversationID),
    unreadCount: unread.size,
    peerReadTime,
    lastMessage: last && wireMessage(last, user, conversationID),
  };
}

function groupCard(group: Group): GroupCard {
  const { groupID, name, avatar, type, ownerID, createTime, memberIDs } = group;
  return { groupID, name, avatar, type, ownerID, createTime, memberCount: memberIDs.size };
}
