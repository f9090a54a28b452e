import type { StoredMessage } from './stored-message.ts';

// What travels between the server and a client: copies, so that neither side's objects reach the other.

/** A user, for others. */
export interface Profile {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
}

/** A group, for its members. */
export interface GroupCard {
  readonly groupID: string;
  readonly name: string;
  readonly avatar: string;
  readonly type: string;
  readonly ownerID: string;
  /** Seconds. */
  readonly createTime: number;
  readonly memberCount: number;
}

/** What a client needs to show a conversation that it does not know yet. `peer` or `group` is there. */
export interface ConversationCard {
  readonly conversationID: string;
  readonly peer: Profile | undefined;
  readonly group: GroupCard | undefined;
  readonly remindType: string;
  readonly isPinned: boolean;
}

/** A message for one user. */
export interface WireMessage extends Readonly<StoredMessage> {
  /** For the user that it travels to. */
  readonly isRead: boolean;
}

/** A conversation as a client gets it when it comes into step with the server. */
export interface ConversationSnapshot extends ConversationCard {
  readonly unreadCount: number;
  readonly peerReadTime: number;
  readonly lastMessage: WireMessage | undefined;
}

/** A message, with its conversation, should the client not know it yet. */
export interface Delivery {
  readonly message: WireMessage;
  readonly card: ConversationCard;
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
>;

/** What the server tells a client unasked. */
export type Push =
  | { readonly kind: 'messages'; readonly deliveries: readonly Delivery[] }
  | {
      readonly kind: 'revoked';
      readonly message: WireMessage;
      readonly revoker: Profile;
      readonly wasUnread: boolean;
    }
  | { readonly kind: 'peerRead'; readonly conversationID: string; readonly time: number }
  /** Another client of the same user has read: up to a time (C2C) or a sequence (group). */
  | { readonly kind: 'read'; readonly conversationID: string; readonly upTo: number }
  | { readonly kind: 'remindType'; readonly conversationID: string; readonly remindType: string }
  | { readonly kind: 'kickedOut'; readonly type: string };
