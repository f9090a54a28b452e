import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Table } from '../shared/table.ts';
import type { Message } from './message.ts';
import type { MessageReaction, ReadReceipt } from './message-details.ts';
import type { History } from './history.ts';
import type { Orphan } from './orphan.ts';
import type { MessageIndex } from './message-index.ts';
import type { Timeline } from './timeline.ts';

/** The slice `state.messages`. */
export interface MessagesState {
  readonly timelines: Table<ConversationID, Timeline>;
  readonly history: Table<ConversationID, History>;
  /** Message ID → message, for all conversations: `selectMessage` reads through it. */
  readonly index: MessageIndex;
  /** Who has read what, by message ID; of messages that asked for receipts. */
  readonly receipts: Table<string, ReadReceipt>;
  /** By message ID, where they were asked for or have changed. */
  readonly reactions: Table<string, readonly MessageReaction[]>;
  /** By message ID, where they were asked for or have changed. */
  readonly extensions: Table<string, Readonly<Record<string, string>>>;
  /** The pinned messages of groups, by group ID, the newest first, where they were asked for or have changed. */
  readonly pinned: Table<string, readonly Message[]>;
  /** How much of a file is uploaded, in percent, by message ID, while it is on its way. */
  readonly uploads: Table<string, number>;
  /** Own messages that can still be recalled, by ID: until which second (server time). */
  readonly revocable: Table<string, number>;
  /** What was done to messages that are not there yet, oldest first. */
  readonly orphans: readonly Orphan[];
  /** The messages that are not there of which a receipt, a reaction or an extension was told, oldest first. */
  readonly unseen: readonly string[];
}
