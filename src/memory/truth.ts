import { conversationIDOf } from './cloud/conversation-ids.ts';
import type { Hub } from './cloud/hub.ts';
import type { StoredMessage } from './cloud/stored-message.ts';
import { messagesOf, type World } from './cloud/world.ts';

/** A message as the server has it: a snapshot. */
export interface TrueMessage {
  readonly ID: string;
  /** As its sender names the conversation. */
  readonly conversationID: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Seconds. */
  readonly time: number;
  /** Group: dense. C2C: the sender's own counter. */
  readonly sequence: number;
  readonly isRevoked: boolean;
}

/** What the server knows, for a test to compare with what the clients made of it. */
export interface Truth {
  /** The messages of a conversation as `userID` names it, in server order. */
  readonly messages: (userID: string, conversationID: string) => readonly TrueMessage[];
  readonly unreadCount: (userID: string, conversationID: string) => number;
  /** How many clients of the user are logged in, the ones without network included. */
  readonly clientCount: (userID: string) => number;
}

/** The truth of one world. */
export function createTruth(world: World, hub: Hub): Truth {
  return {
    messages: (userID, conversationID) => messagesOf(world, userID, conversationID).map(trueMessage),
    unreadCount: (userID, conversationID) =>
      world.users.get(userID)?.inbox.get(conversationID)?.unread.size ?? 0,
    clientCount: (userID) => hub.of(userID).length,
  };
}

/** A snapshot of a message that the server keeps. */
export function trueMessage(message: StoredMessage): TrueMessage {
  const { ID, from, to, payload, time, sequence, revoker } = message;
  const conversationID = conversationIDOf(message, from);
  return {
    ID,
    conversationID,
    from,
    to,
    text: payload.text,
    time,
    sequence,
    isRevoked: revoker !== undefined,
  };
}
