import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Ranges } from '../shared/ranges.ts';
import type { TimErrorInfo } from '../shared/tim-store-error.ts';
import type { History, HistoryTask } from './history.ts';
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
  | {
      readonly type: 'historyStarted';
      readonly conversationID: ConversationID;
      readonly task: HistoryTask;
    }
  | {
      readonly type: 'historyLoaded';
      readonly conversationID: ConversationID;
      readonly task: HistoryTask;
      /** Of the history for which it was asked. */
      readonly generation: number;
      readonly messages: readonly Message[];
      /** What is known without a hole since. */
      readonly covered: Ranges;
      readonly isAssumed: boolean;
      /** Where the SDK's own pages go on. */
      readonly cursor?: Pick<History, 'nextReqMessageID' | 'reached'>;
    }
  | {
      readonly type: 'historyFailed';
      readonly conversationID: ConversationID;
      readonly task: HistoryTask;
      readonly error: TimErrorInfo;
    }
  /** The store forgets messages that nobody looks at: the oldest that were sent, down to `most` in all. */
  | { readonly type: 'messagesDropped'; readonly conversationID: ConversationID; readonly most: number }
  /** The messages of these conversations are gone, on the server, too. */
  | { readonly type: 'historyCleared'; readonly conversationIDs: readonly ConversationID[] }
  /** A first attempt or a resend, and its success: the row as it is to be shown. */
  | {
      readonly type: 'sendStarted' | 'sendSucceeded';
      readonly message: Message;
      /** By which ID the SDK knows it, where that is another than the row's. */
      readonly sdkID?: string;
    }
  | { readonly type: 'sendFailed'; readonly ID: string; readonly error: TimErrorInfo }
  /** What was not sent was cancelled before it went out, or given up. */
  | { readonly type: 'sendDropped'; readonly IDs: readonly string[] }
  /** How much of files is uploaded: message IDs, and percents. */
  | { readonly type: 'uploadsProgressed'; readonly percents: readonly (readonly [string, number])[] }
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
