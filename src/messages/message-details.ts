/** How far a message has been read. */
export interface ReadReceipt {
  /** C2C. */
  readonly isPeerRead: boolean;
  /** Groups: how many members have read it. */
  readonly readCount: number;
  /** Groups: how many have not; `undefined` where unknown. */
  readonly unreadCount: number | undefined;
}

/** How far one message has been read. */
export interface MessageReadReceipt extends ReadReceipt {
  readonly messageID: string;
}

/** One kind of reaction to one message. Field names are the SDK's. */
export interface MessageReaction {
  readonly reactionID: string;
  readonly totalUserCount: number;
  /** Some of those who reacted so. */
  readonly partialUserList: readonly ReactionUser[];
  readonly reactedByMyself: boolean;
}

/** Reactions to one message. Field names are the SDK's. */
export interface MessageReactions {
  readonly messageID: string;
  readonly reactionList: readonly MessageReaction[];
}

/** Somebody who reacted. Field names are the SDK's. */
export interface ReactionUser {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
}

/** A value that somebody put to a message, under a key. */
export interface MessageExtension {
  readonly key: string;
  readonly value: string;
}
