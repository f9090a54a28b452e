import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { conversationIDOf } from './conversation-ids.ts';
import { profileOf } from './describe.ts';
import type { Hub } from './hub.ts';
import type { Reaction, Receipt } from './message-wire.ts';
import { participants } from './messaging.ts';
import type { StoredMessage } from './stored-message.ts';
import type { Profile } from './wire.ts';
import type { World } from './world.ts';

/** Receipts, extensions and reactions: what users attach to messages. */
export interface MessageNotesCloud {
  /** The user has read these messages, and says so to their senders. */
  readonly sendReceipts: (userID: string, messageIDs: readonly string[]) => void;
  readonly receipts: (messageIDs: readonly string[]) => readonly Receipt[];
  /** Who in the group has sent a receipt, and who has not: the sender is in neither list. */
  readonly readers: (messageID: string) => {
    readonly read: readonly string[];
    readonly unread: readonly string[];
  };
  /** Sets those with a value, deletes those with ''; all, when `changes` is undefined. Answers what is gone or set. */
  readonly changeExtensions: (
    messageID: string,
    changes: readonly Extension[] | undefined,
    userID: string,
  ) => readonly Extension[];
  readonly extensions: (messageID: string) => readonly Extension[];
  readonly react: (userID: string, messageID: string, reactionID: string, isOn: boolean) => void;
  /** With the first `limit` users of each reaction. */
  readonly reactions: (userID: string, messageID: string, limit: number) => readonly Reaction[];
  readonly reactors: (messageID: string, reactionID: string) => readonly Profile[];
}

/** A key and a value that users give to a message. */
export interface Extension {
  readonly key: string;
  readonly value: string;
}

/** How many users an event about reactions names. */
const NAMED_USERS = 10;

/** @param find Throws where there is no such message. */
export function createMessageNotes(
  world: World,
  hub: Hub,
  find: (messageID: string) => StoredMessage,
): MessageNotesCloud {
  const seconds = (): number => Math.floor(world.now() / 1000);

  const readersOf = (message: StoredMessage): { read: readonly string[]; unread: readonly string[] } => {
    const others = [...participants(world, message)].filter((userID) => userID !== message.from);
    const { receipts } = message.notes;
    return {
      read: others.filter((userID) => receipts.has(userID)),
      unread: others.filter((userID) => !receipts.has(userID)),
    };
  };

  const receiptOf = (message: StoredMessage): Receipt => {
    const { read, unread } = readersOf(message);
    const timestamp = message.notes.receipts.get(message.to) ?? 0;
    return { messageID: message.ID, readCount: read.length, unreadCount: unread.length, timestamp };
  };

  const reactionsOf = (userID: string, message: StoredMessage, limit: number): readonly Reaction[] =>
    [...message.notes.reactions].map(([reactionID, userIDs]) => ({
      reactionID,
      totalUserCount: userIDs.size,
      partialUserList: [...userIDs].slice(0, limit).map((one) => profileOf(world.user(one))),
      reactedByMyself: userIDs.has(userID),
    }));

  return {
    sendReceipts: (userID, messageIDs) => {
      const fresh = messageIDs.map(find).filter(({ notes }) => !notes.receipts.has(userID));
      for (const message of fresh) message.notes.receipts.set(userID, seconds());
      for (const senderID of new Set(fresh.map(({ from }) => from))) {
        const own = fresh.filter(({ from }) => from === senderID);
        const [first] = own;
        if (first === undefined) continue;
        const conversationID = conversationIDOf(first, senderID);
        hub.push(senderID, { kind: 'receipts', conversationID, receipts: own.map(receiptOf) });
      }
    },

    receipts: (messageIDs) => messageIDs.map((messageID) => receiptOf(find(messageID))),
    readers: (messageID) => readersOf(find(messageID)),

    changeExtensions: (messageID, changes, userID) => {
      const message = find(messageID);
      if (!participants(world, message).has(userID)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      const { extensions } = message.notes;
      const applied = changes ?? [...extensions.keys()].map((key) => ({ key, value: '' }));
      for (const { key, value } of applied) {
        if (value === '') extensions.delete(key);
        else extensions.set(key, value);
      }
      const updated = applied.filter(({ value }) => value !== '');
      const deleted = applied.filter(({ value }) => value === '').map(({ key }) => key);
      for (const other of participants(world, message)) {
        if (other !== userID) hub.push(other, { kind: 'extensions', messageID, updated, deleted });
      }
      return applied;
    },

    extensions: (messageID) => [...find(messageID).notes.extensions].map(([key, value]) => ({ key, value })),

    react: (userID, messageID, reactionID, isOn) => {
      const message = find(messageID);
      if (!participants(world, message).has(userID)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      const { reactions } = message.notes;
      const userIDs = reactions.get(reactionID) ?? new Set();
      if (userIDs.has(userID) === isOn) return;
      if (isOn) userIDs.add(userID);
      else userIDs.delete(userID);
      reactions.set(reactionID, userIDs);
      for (const other of participants(world, message)) {
        const changed = reactionsOf(other, message, NAMED_USERS).filter(
          (one) => one.reactionID === reactionID,
        );
        hub.push(other, { kind: 'reactions', messageID, reactions: changed });
      }
      if (userIDs.size === 0) reactions.delete(reactionID);
    },

    reactions: (userID, messageID, limit) => reactionsOf(userID, find(messageID), limit),

    reactors: (messageID, reactionID) =>
      [...(find(messageID).notes.reactions.get(reactionID) ?? [])].map((userID) =>
        profileOf(world.user(userID)),
      ),
  };
}
