import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Table } from '../shared/table.ts';
import type { Message } from './message.ts';
import type { History } from './history.ts';
import type { MessageIndex, Timeline } from './timeline.ts';

/** The slice `state.messages`. */
export interface MessagesState {
  readonly timelines: Table<ConversationID, Timeline>;
  readonly history: Table<ConversationID, History>;
  /** Message ID → message, for all conversations: `selectMessage` reads through it. */
  readonly index: MessageIndex;
  /** Who has read what, by message ID; of messages that asked for receipts. */
  readonly receipts: Table<string, ReadReceipt>;
  /** By message ID. */
  readonly reactions: Table<string, readonly MessageReaction[]>;
  /** By message ID. */
  readonly extensions: Table<string, Readonly<Record<string, string>>>;
  /** The pinned messages of groups, by group ID, newest first, where they were asked for or have changed. */
  readonly pinned: Table<string, readonly Message[]>;
}

/** How far a message has been read. */
export interface ReadReceipt {
  /** C2C. */
  readonly isPeerRead: boolean;
  /** Groups: how many members have read it. */
  readonly readCount: number;
  /** Groups: how many have not; `undefined` where unknown. */
  readonly unreadCount: number | undefined;
}

/** One kind of reaction to one message. Field names are the SDK's. */
export interface MessageReaction {
  readonly reactionID: string;
  readonly totalUserCount: number;
  /** Some of those who reacted so. */
  readonly partialUserList: readonly ReactionUser[];
  readonly reactedByMyself: boolean;
}

/** Somebody who reacted. Field names are the SDK's. */
export interface ReactionUser {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
}
