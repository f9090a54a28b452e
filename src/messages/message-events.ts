import type { ConversationID } from '../conversations/conversation-id.ts';
import type { TimErrorInfo } from '../shared/tim-store-error.ts';
import type {
  MessageExtension,
  MessageReactions,
  MessageReadReceipt,
  ReactionUser,
} from './message-details.ts';
import type { Message } from './message.ts';

/** A message that was pinned in a group, or is not any more. */
export interface PinnedGroupMessageUpdate {
  readonly groupID: string;
  readonly messageID: string;
  readonly isPinned: boolean;
  /** The message, where it was pinned. */
  readonly message: Message | undefined;
}

/** What the actions on messages bring. */
export type MessageEvent =
  | { readonly type: 'historyStarted'; readonly conversationID: ConversationID }
  | {
      readonly type: 'historyLoaded';
      readonly conversationID: ConversationID;
      readonly messages: readonly Message[];
      readonly nextReqMessageID: string;
      readonly isCompleted: boolean;
    }
  | { readonly type: 'historyFailed'; readonly conversationID: ConversationID; readonly error: TimErrorInfo }
  /** The messages of these conversations are gone, on the server, too. */
  | { readonly type: 'historyCleared'; readonly conversationIDs: readonly ConversationID[] }
  /** A first attempt or a resend: the row as it is to be shown. */
  | { readonly type: 'sendStarted'; readonly message: Message }
  | { readonly type: 'sendSucceeded'; readonly message: Message }
  | { readonly type: 'sendFailed'; readonly ID: string; readonly error: TimErrorInfo }
  /** Messages that an action changed: newer copies of messages that are there. */
  | { readonly type: 'messagesChanged'; readonly messages: readonly Message[] }
  /** Deleted for me; loaded or not. */
  | { readonly type: 'messagesDeleted'; readonly messages: readonly Message[] }
  | { readonly type: 'receiptsLoaded'; readonly receipts: readonly MessageReadReceipt[] }
  /** All reactions to these messages. */
  | { readonly type: 'reactionsLoaded'; readonly reactions: readonly MessageReactions[] }
  /** I reacted, or took it back. */
  | {
      readonly type: 'reactionSet';
      readonly messageID: string;
      readonly reactionID: string;
      readonly user: ReactionUser;
      readonly isAdded: boolean;
    }
  | {
      readonly type: 'extensionsLoaded';
      readonly messageID: string;
      readonly extensions: readonly MessageExtension[];
      /** Whether these are all that the message has. */
      readonly isWhole: boolean;
    }
  | {
      readonly type: 'pinnedLoaded';
      readonly groupID: string;
      readonly messages: readonly Message[];
    }
  | { readonly type: 'pinnedChanged'; readonly update: PinnedGroupMessageUpdate };
