import { TYPES } from '../../sdk/constants.ts';
import { PEOPLE_REFUSAL, SERVER_REFUSAL } from '../codes.ts';
import { isTooLarge, type Payload } from '../payload.ts';
import { sdkError } from '../sdk-error.ts';
import { isBlockedBetween } from './blocklist-book.ts';
import type { Connection } from './connection.ts';
import { conversationIDOf, peerOfID } from './conversation-ids.ts';
import { conversationCard, profileOf, wireMessage } from './describe.ts';
import type { Group } from './group.ts';
import { isMuted } from './group-rules.ts';
import type { Hub } from './hub.ts';
import { noNotes, type StoredMessage } from './stored-message.ts';
import type { Delivery, Draft } from './wire.ts';
import { inboxEntry, messagesOf, viewOf, type World } from './world.ts';

/** What happens to messages: each step changes the world and tells everyone whom it concerns. */
export interface Messaging {
  /** Keeps a message, at `time` (seconds; now, when left out), without telling anyone. Throws what the server refuses with. */
  readonly keep: (draft: Draft, time?: number) => StoredMessage;
  /** Brings kept messages to all who take part, one push a user; `except` is the client that sent them. */
  readonly deliver: (messages: readonly StoredMessage[], except?: Connection) => void;
  /** Takes a message away from everybody, and tells no one. */
  readonly erase: (message: StoredMessage) => void;
  readonly revoke: (message: StoredMessage, revokerID: string, except?: Connection) => void;
  /** Changes what a message says; without a payload, its custom data only. */
  readonly modify: (message: StoredMessage, change: MessageChange, except?: Connection) => void;
  /** Marks as read up to a time (C2C) or a sequence (group), and tells the peer. */
  readonly markRead: (userID: string, conversationID: string, upTo: number, except?: Connection) => void;
}

/** What of a message changes. */
export interface MessageChange {
  readonly payload?: Payload | undefined;
  readonly cloudCustomData?: string | undefined;
}

/** Who sees these messages go by: everybody in the conversation, the sender included. */
export function participants(world: World, message: StoredMessage): ReadonlySet<string> {
  if (message.conversationType === TYPES.CONV_GROUP)
    return receivers(message, world.groups.get(message.to)?.memberIDs ?? new Set());
  if (message.from === TYPES.CONV_SYSTEM) return new Set([message.to]);
  return new Set([message.from, message.to]);
}

/** A group message may be meant for some members only. */
function receivers(message: StoredMessage, memberIDs: ReadonlySet<string>): ReadonlySet<string> {
  const { from, receiverList } = message;
  if (receiverList.length === 0) return memberIDs;
  return new Set([from, ...receiverList].filter((userID) => memberIDs.has(userID)));
}

/** Conversations in which the user does not want to receive at all; their messages are in the history only. */
const REJECTING: ReadonlySet<string> = new Set([TYPES.MSG_REMIND_DISCARD, TYPES.NOT_RECEIVE_MSG_EXCEPT_AT]);

/** Who sends group tips and system notices. */
const SYSTEM_SENDER = { tinyID: '144115198244471703', nick: '', avatar: '' } as const;

/** The one writer of messages: whatever happens to them goes through it. */
export function createMessaging(world: World, hub: Hub): Messaging {
  const { users, groups, messages } = world;
  let serial = 0;
  /** Also messages that are kept nowhere take one, and leave holes. */
  const nextSequence = (group: Group): number => {
    group.lastSequence += 1;
    return group.lastSequence;
  };

  /** Into the history of its conversation, and to what its receivers have not read. */
  const store = (message: StoredMessage, group: Group | undefined): void => {
    if (message.onlineUserOnly || group?.type === TYPES.GRP_AVCHATROOM) return;
    if (group === undefined) insertByTime(world.thread(message.from, message.to), message);
    else group.messages.push(message);
    for (const userID of participants(world, message)) {
      const entry = inboxEntry(world.user(userID), conversationIDOf(message, userID));
      if (userID === message.from || REJECTING.has(entry.remindType)) continue;
      if (message.isExcludedFromUnreadCount || group?.type === TYPES.GRP_MEETING) continue;
      entry.unread.add(message);
      if (isMentioned(message, userID)) entry.mentions.add(message);
    }
  };

  const refuse = (draft: Draft): number | undefined => {
    if (draft.from === TYPES.CONV_SYSTEM) return undefined;
    if (isTooLarge(draft.type, draft.payload)) return SERVER_REFUSAL.MESSAGE_TOO_LARGE;
    if (draft.conversationType === TYPES.CONV_C2C) {
      if (!users.has(draft.to)) return SERVER_REFUSAL.NO_SUCH_ACCOUNT;
      return isBlockedBetween(world, draft.from, draft.to) ? PEOPLE_REFUSAL.MESSAGE_BLOCKED : undefined;
    }
    const group = groups.get(draft.to);
    if (group === undefined) return SERVER_REFUSAL.NO_SUCH_GROUP;
    const member = group.members.get(draft.from);
    if (member === undefined) return SERVER_REFUSAL.NO_PERMISSION;
    return isMuted(group, member, world.now()) ? SERVER_REFUSAL.MUTED : undefined;
  };

  /** The messages that the user is to hear of, as this user sees them. */
  const deliveriesTo = (userID: string, all: readonly StoredMessage[]): readonly Delivery[] => {
    const user = world.user(userID);
    return all.flatMap((message) => {
      if (!participants(world, message).has(userID)) return [];
      const conversationID = conversationIDOf(message, userID);
      const card = conversationCard(world, user, conversationID);
      if (message.from !== userID && REJECTING.has(card.remindType)) return [];
      return [{ message: wireMessage(message, user, conversationID), card }];
    });
  };

  return {
    keep: (draft, time = Math.floor(world.now() / 1000)) => {
      const code = refuse(draft);
      if (code !== undefined) throw sdkError(code);
      const sender = draft.from === TYPES.CONV_SYSTEM ? SYSTEM_SENDER : world.user(draft.from);
      const group = draft.conversationType === TYPES.CONV_GROUP ? groups.get(draft.to) : undefined;
      const sequence = group === undefined ? draft.clientSequence : nextSequence(group);
      serial += 1;
      const message: StoredMessage = {
        atUserList: [],
        needReadReceipt: false,
        isSupportExtension: false,
        receiverList: [],
        onlineUserOnly: false,
        isExcludedFromUnreadCount: false,
        isExcludedFromLastMessage: false,
        ...draft,
        serial,
        ID: messageID(sender, draft),
        time,
        sequence,
        clientSequence: draft.from === TYPES.CONV_SYSTEM ? sequence : draft.clientSequence,
        senderTinyID: sender.tinyID,
        nick: draft.nick ?? sender.nick,
        avatar: draft.avatar ?? sender.avatar,
        nameCard: group?.members.get(draft.from)?.nameCard ?? '',
        version: 0,
        revoker: undefined,
        notes: noNotes(),
      };
      messages.set(message.ID, message);
      store(message, group);
      return message;
    },

    deliver: (all, except) => {
      const everybody = new Set(all.flatMap((message) => [...participants(world, message)]));
      for (const userID of everybody) {
        const deliveries = deliveriesTo(userID, all);
        const isForOnlineOnly = deliveries.every(({ message }) => message.onlineUserOnly);
        if (deliveries.length > 0)
          hub.push(userID, { kind: 'messages', deliveries, isForOnlineOnly }, except);
      }
      for (const message of all) {
        const { notes: _notes, ...wire } = message;
        for (const connection of hub.watchers(message.to)) {
          connection.push({ kind: 'overheard', message: { ...wire, isRead: false, receiptTime: undefined } });
        }
      }
    },

    erase: (message) => {
      messages.delete(message.ID);
      const isGroup = message.conversationType === TYPES.CONV_GROUP;
      const all = isGroup ? groups.get(message.to)?.messages : world.thread(message.from, message.to);
      const at = all?.indexOf(message) ?? -1;
      if (at >= 0) all?.splice(at, 1);
      for (const userID of participants(world, message)) {
        const view = viewOf(world.user(userID), conversationIDOf(message, userID));
        view.unread.delete(message);
        view.mentions.delete(message);
      }
    },

    revoke: (message, revokerID, except) => {
      message.revoker = revokerID;
      const revoker = profileOf(world.user(revokerID));
      for (const userID of participants(world, message)) {
        const user = world.user(userID);
        const conversationID = conversationIDOf(message, userID);
        const view = viewOf(user, conversationID);
        const wasUnread = view.unread.delete(message);
        view.mentions.delete(message);
        const copy = wireMessage(message, user, conversationID);
        hub.push(userID, { kind: 'revoked', message: copy, revoker, wasUnread }, except);
      }
    },

    modify: (message, { payload = message.payload, cloudCustomData = message.cloudCustomData }, except) => {
      Object.assign(message, { payload, cloudCustomData, version: message.version + 1 });
      for (const userID of participants(world, message)) {
        const copy = wireMessage(message, world.user(userID), conversationIDOf(message, userID));
        hub.push(userID, { kind: 'modified', message: copy }, except);
      }
    },

    markRead: (userID, conversationID, upTo, except) => {
      const peerID = peerOfID(conversationID);
      const { unread, mentions } = viewOf(world.user(userID), conversationID);
      for (const message of unread) {
        if ((peerID === undefined ? message.sequence : message.time) > upTo) continue;
        unread.delete(message);
        mentions.delete(message);
      }
      hub.push(userID, { kind: 'read', conversationID, upTo }, except);
      if (peerID === undefined) return;
      const mirrored = conversationIDOf({ conversationType: 'C2C', from: userID, to: peerID }, peerID);
      const entry = viewOf(world.user(peerID), mirrored);
      entry.peerReadTime = Math.max(entry.peerReadTime, upTo);
      hub.push(peerID, { kind: 'peerRead', conversationID: mirrored, time: upTo });
    },
  };
}

/** It is made by whoever makes the message, and stays. */
export function messageID(
  { tinyID }: { readonly tinyID: string },
  { clientTime, random }: Pick<Draft, 'clientTime' | 'random'>,
): string {
  return `${tinyID}-${clientTime}-${random}`;
}

/** Mostly an append: only a message with an earlier time than its predecessors moves up. */
function insertByTime(thread: StoredMessage[], message: StoredMessage): void {
  let index = thread.length;
  while (index > 0 && (thread[index - 1]?.time ?? 0) > message.time) index -= 1;
  thread.splice(index, 0, message);
}

/** Whether the message is addressed to this user, or to everybody in the group. */
export function isMentioned({ atUserList }: Pick<StoredMessage, 'atUserList'>, userID: string): boolean {
  return atUserList.includes(userID) || atUserList.includes(TYPES.MSG_AT_ALL);
}

/** Up to where the user has read when everything is read: what `markRead` takes. */
export function endOfConversation(world: World, userID: string, conversationID: string): number {
  const last = messagesOf(world, userID, conversationID).at(-1);
  if (last === undefined) return 0;
  return last.conversationType === TYPES.CONV_GROUP ? last.sequence : last.time;
}
