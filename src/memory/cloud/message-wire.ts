import type { StoredMessage } from './stored-message.ts';

/** A user, for others. */
export interface Profile {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
}

/** A message for one user. */
export interface WireMessage extends Readonly<Omit<StoredMessage, 'notes'>> {
  /** For the user that it travels to. */
  readonly isRead: boolean;
  /** C2C: when the peer sent a read receipt, seconds. */
  readonly receiptTime: number | undefined;
}

/** A message as it leaves a client. */
export type Draft = Pick<
  StoredMessage,
  | 'conversationType'
  | 'from'
  | 'to'
  | 'clientSequence'
  | 'random'
  | 'clientTime'
  | 'type'
  | 'payload'
  | 'cloudCustomData'
  | 'priority'
> &
  Partial<
    Pick<
      StoredMessage,
      /** Only of group tips: their operator's. */
      | 'nick'
      | 'avatar'
      | 'atUserList'
      | 'needReadReceipt'
      | 'isSupportExtension'
      | 'receiverList'
      | 'onlineUserOnly'
      | 'isExcludedFromUnreadCount'
      | 'isExcludedFromLastMessage'
    >
  >;

/** How far a message has been read by receipts: `readCount` of a group, `timestamp` (seconds) of C2C. */
export interface Receipt {
  readonly messageID: string;
  readonly readCount: number;
  readonly unreadCount: number;
  readonly timestamp: number;
}

/** Who has reacted in one way, the first ones by name. */
export interface Reaction {
  readonly reactionID: string;
  readonly totalUserCount: number;
  readonly partialUserList: readonly Profile[];
  readonly reactedByMyself: boolean;
}

/** What the server tells a client of what was done to a message. */
export type MessagePush =
  | { readonly kind: 'modified'; readonly message: WireMessage }
  /** The reader, or the group in which it was read. */
  | { readonly kind: 'receipts'; readonly conversationID: string; readonly receipts: readonly Receipt[] }
  | {
      readonly kind: 'extensions';
      readonly messageID: string;
      readonly updated: readonly { readonly key: string; readonly value: string }[];
      readonly deleted: readonly string[];
    }
  | { readonly kind: 'reactions'; readonly messageID: string; readonly reactions: readonly Reaction[] }
  | {
      readonly kind: 'pinned';
      readonly message: WireMessage;
      readonly isPinned: boolean;
      readonly operator: Profile;
    };
