import type { GroupCard, GroupPush } from './group-wire.ts';
import type { TopicPush } from './topic-wire.ts';
import type { PeoplePush, RowPush } from './people-wire.ts';
import type { MessagePush, Profile, WireMessage } from './message-wire.ts';

export type { Draft, Profile, WireMessage } from './message-wire.ts';

// What travels between the server and a client: copies, so that neither side's objects reach the other.

/** What a client needs to show a conversation that it does not know yet. `peer` or `group` is there. */
export interface ConversationCard {
  readonly conversationID: string;
  readonly peer: Profile | undefined;
  readonly group: GroupCard | undefined;
  readonly remindType: string;
  readonly isPinned: boolean;
  /** What the user calls the friend. */
  readonly remark: string;
  readonly markList: readonly number[];
  readonly customData: string;
  readonly conversationGroupList: readonly string[];
}

/** A conversation as a client gets it when it comes into step with the server. */
export interface ConversationSnapshot extends ConversationCard {
  readonly unreadCount: number;
  readonly peerReadTime: number;
  readonly lastMessage: WireMessage | undefined;
  /** The unread messages that mention the user. */
  readonly mentions: readonly WireMessage[];
}

/** A message, with its conversation, should the client not know it yet. */
export interface Delivery {
  readonly message: WireMessage;
  readonly card: ConversationCard;
}

/** What the server tells a client unasked. */
export type Push =
  | {
      readonly kind: 'messages';
      readonly deliveries: readonly Delivery[];
      /** Whoever is not online when it is sent misses it. */
      readonly isForOnlineOnly?: boolean;
    }
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
  | GroupPush
  /** What the application sends to all in a group, past messages and history. */
  | { readonly kind: 'roomData'; readonly data: string }
  | TopicPush
  /** A message of an audio-video room, for who listens to it without being logged in. */
  | { readonly kind: 'overheard'; readonly message: WireMessage }
  | PeoplePush
  | RowPush
  | { readonly kind: 'kickedOut'; readonly type: string }
  | MessagePush;
