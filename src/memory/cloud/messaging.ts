import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Connection } from './connection.ts';
import { conversationIDOf, peerOfID } from './conversation-ids.ts';
import { conversationCard, profileOf, wireMessage } from './describe.ts';
import type { Hub } from './hub.ts';
import type { StoredMessage } from './stored-message.ts';
import type { Delivery, Draft } from './wire.ts';
import { inboxEntry, messagesOf, viewOf, type World } from './world.ts';

/** What happens to messages: each step changes the world and tells everyone whom it concerns. */
export interface Messaging {
  /** Keeps a message, at `time` (seconds; now, when left out), without telling anyone. Throws what the server refuses with. */
  readonly keep: (draft: Draft, time?: number) => StoredMessage;
  /** Brings kept messages to all who take part, one push a user; `except` is the client that sent them. */
  readonly deliver: (messages: readonly StoredMessage[], except?: Connection) => void;
  readonly revoke: (message: StoredMessage, revokerID: string, except?: Connection) => void;
  /** Marks as read up to a time (C2C) or a sequence (group), and tells the peer. */
  readonly markRead: (userID: string, conversationID: string, upTo: number, except?: Connection) => void;
}

/** Who sees these messages go by: everybody in the conversation, the sender included. */
function participants(world: World, message: StoredMessage): ReadonlySet<string> {
  if (message.conversationType === TYPES.CONV_GROUP)
    return world.groups.get(message.to)?.memberIDs ?? new Set();
  return new Set([message.from, message.to]);
}

/** Conversations in which the user does not want to receive at all; their messages are in the history only. */
const REJECTING: ReadonlySet<string> = new Set([TYPES.MSG_REMIND_DISCARD, TYPES.NOT_RECEIVE_MSG_EXCEPT_AT]);

/** The one writer of messages: whatever happens to them goes through it. */
export function createMessaging(world: World, hub: Hub): Messaging {
  const { users, groups, messages } = world;
  let serial = 0;

  const refuse = (draft: Draft): number | undefined => {
    if (draft.conversationType === TYPES.CONV_C2C) {
      return users.has(draft.to) ? undefined : SERVER_REFUSAL.NO_SUCH_ACCOUNT;
    }
    const group = groups.get(draft.to);
    if (group === undefined) return SERVER_REFUSAL.NO_SUCH_GROUP;
    return group.memberIDs.has(draft.from) ? undefined : SERVER_REFUSAL.NO_PERMISSION;
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
      const sender = world.user(draft.from);
      const group = draft.conversationType === TYPES.CONV_GROUP ? groups.get(draft.to) : undefined;
      serial += 1;
      const message: StoredMessage = {
        ...draft,
        serial,
        ID: `${sender.tinyID}-${draft.clientTime}-${draft.random}`,
        time,
        sequence: group === undefined ? draft.clientSequence : group.messages.length + 1,
        senderTinyID: sender.tinyID,
        nick: sender.nick,
        avatar: sender.avatar,
        revoker: undefined,
      };
      messages.set(message.ID, message);
      if (group === undefined) insertByTime(world.thread(draft.from, draft.to), message);
      else group.messages.push(message);
      for (const userID of participants(world, message)) {
        const entry = inboxEntry(world.user(userID), conversationIDOf(message, userID));
        if (userID !== draft.from && !REJECTING.has(entry.remindType)) entry.unread.add(message);
      }
      return message;
    },

    deliver: (all, except) => {
      const everybody = new Set(all.flatMap((message) => [...participants(world, message)]));
      for (const userID of everybody) {
        const deliveries = deliveriesTo(userID, all);
        if (deliveries.length > 0) hub.push(userID, { kind: 'messages', deliveries }, except);
      }
    },

    revoke: (message, revokerID, except) => {
      message.revoker = revokerID;
      const revoker = profileOf(world.user(revokerID));
      for (const userID of participants(world, message)) {
        const user = world.user(userID);
        const conversationID = conversationIDOf(message, userID);
        const wasUnread = viewOf(user, conversationID).unread.delete(message);
        const copy = wireMessage(message, user, conversationID);
        hub.push(userID, { kind: 'revoked', message: copy, revoker, wasUnread }, except);
      }
    },

    markRead: (userID, conversationID, upTo, except) => {
      const peerID = peerOfID(conversationID);
      const { unread } = viewOf(world.user(userID), conversationID);
      for (const message of unread) {
        if ((peerID === undefined ? message.sequence : message.time) <= upTo) unread.delete(message);
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

/** Mostly an append: only a message with an earlier time than its predecessors moves up. */
function insertByTime(thread: StoredMessage[], message: StoredMessage): void {
  let index = thread.length;
  while (index > 0 && (thread[index - 1]?.time ?? 0) > message.time) index -= 1;
  thread.splice(index, 0, message);
}

/** Up to where the user has read when everything is read: what `markRead` takes. */
export function endOfConversation(world: World, userID: string, conversationID: string): number {
  const last = messagesOf(world, userID, conversationID).at(-1);
  if (last === undefined) return 0;
  return last.conversationType === TYPES.CONV_GROUP ? last.sequence : last.time;
}
