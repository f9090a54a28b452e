import type { ConversationEvent } from './conversations/conversation-events.ts';
import type { Conversation } from './conversations/conversation.ts';
import type { Friend, FriendApplication, FriendGroup } from './friends/friend.ts';
import type { PeopleEvent } from './friends/people-events.ts';
import type { GroupEvent } from './groups/group-events.ts';
import type { Group, Topic } from './groups/group.ts';
import type { MemberSighting } from './members/group-member.ts';
import type { MemberEvent } from './members/member-events.ts';
import type { MessageExtension, MessageReactions, MessageReadReceipt } from './messages/message-details.ts';
import type { MessageEvent, PinnedGroupMessageUpdate } from './messages/message-events.ts';
import type { Message, MessageRevocation } from './messages/message.ts';
import type { Profile, ProfileSighting, UserStatus } from './profiles/profile.ts';
import type { SessionEvent } from './session/session-events.ts';
import type { KickedOutType, NetworkState } from './session/session.ts';
import type { TimErrorInfo } from './shared/tim-store-error.ts';

/** The SDK's events by the key of its EVENT table, each with what its stream emits: frozen copies, never SDK objects. */
export interface TimEventMap {
  /** The account is usable. `userID` is whose; `undefined` where another than this store logged in on a 2.x SDK, which does not tell. */
  readonly SDK_READY: { readonly userID: string | undefined };
  /** The account, `userID`, is not usable any more: it was logged out or kicked out. */
  readonly SDK_NOT_READY: { readonly userID: string | undefined };
  /** The instance was destroyed; nothing comes after it. */
  readonly SDK_DESTROY: unknown;
  /** In the table of 2.x only, and fired by none. */
  readonly SDK_RELOAD: unknown;
  readonly KICKED_OUT: { readonly type: KickedOutType };
  readonly NET_STATE_CHANGE: { readonly state: NetworkState };
  /** What the SDK reports on its own account, and refused calls a second time. */
  readonly ERROR: TimErrorInfo;
  /** From 3.x on: what the application bought, as the SDK tells it. */
  readonly SERVER_CONFIG_UPDATED: unknown;
  /** The whole list in the SDK's order; under the SDK option `partialUpdatedConversations`, only what changed. */
  readonly CONVERSATION_LIST_UPDATED: readonly Conversation[];
  /** The SDK's own total, which may count differently from `conversations.totalUnreadCount`. */
  readonly TOTAL_UNREAD_MESSAGE_COUNT_UPDATED: number;
  /** The names of all my conversation groups. */
  readonly CONVERSATION_GROUP_LIST_UPDATED: readonly string[];
  /** One conversation group, and all conversations that are in it now. */
  readonly CONVERSATION_IN_GROUP_UPDATED: {
    readonly groupName: string;
    readonly conversationList: readonly Conversation[];
  };
  /** From 3.x on: the receive option for all messages, as the SDK tells it. */
  readonly ALL_RECEIVE_MESSAGE_OPT_UPDATED: unknown;
  /** New messages, of several conversations at once, as the SDK delivered them; own ones from other devices, too. */
  readonly MESSAGE_RECEIVED: readonly Message[];
  readonly MESSAGE_MODIFIED: readonly Message[];
  readonly MESSAGE_REVOKED: readonly MessageRevocation[];
  readonly MESSAGE_READ_BY_PEER: readonly Message[];
  /** Of messages that asked for receipts. */
  readonly MESSAGE_READ_RECEIPT_RECEIVED: readonly MessageReadReceipt[];
  /** What was set by others. */
  readonly MESSAGE_EXTENSIONS_UPDATED: {
    readonly messageID: string;
    readonly extensions: readonly MessageExtension[];
  };
  readonly MESSAGE_EXTENSIONS_DELETED: { readonly messageID: string; readonly keyList: readonly string[] };
  /** The reactions that changed, of one message; from 3.x on. */
  readonly MESSAGE_REACTIONS_UPDATED: MessageReactions;
  /** From 3.x on. */
  readonly PINNED_GROUP_MESSAGE_UPDATED: PinnedGroupMessageUpdate;
  /** Data of a room, from 3.x on, as the SDK tells it. */
  readonly ROOM_CUSTOM_DATA_RECEIVED: unknown;
  /** The whole list, in the SDK's order. */
  readonly GROUP_LIST_UPDATED: readonly Group[];
  readonly GROUP_ATTRIBUTES_UPDATED: {
    readonly groupID: string;
    /** All attributes that the group has now. */
    readonly groupAttributes: Readonly<Record<string, string>>;
    readonly updatedKeyList: readonly string[];
    readonly deletedKeyList: readonly string[];
  };
  readonly GROUP_COUNTER_UPDATED: {
    readonly groupID: string;
    readonly key: string;
    readonly value: number;
  };
  readonly TOPIC_CREATED: { readonly groupID: string; readonly topicID: string };
  readonly TOPIC_DELETED: { readonly groupID: string; readonly topicIDList: readonly string[] };
  readonly TOPIC_UPDATED: { readonly groupID: string; readonly topic: Topic };
  /** In the table of 2.x only, and fired by none: notices come by MESSAGE_RECEIVED. */
  readonly GROUP_SYSTEM_NOTICE_RECEIVED: unknown;
  /** The profiles that changed: mine and my friends'. */
  readonly PROFILE_UPDATED: readonly Profile[];
  /** The users whose status changed. */
  readonly USER_STATUS_UPDATED: readonly UserStatus[];
  /** The user IDs of all whom I block. */
  readonly BLACKLIST_UPDATED: readonly string[];
  /** The whole list, in the SDK's order. */
  readonly FRIEND_LIST_UPDATED: readonly Friend[];
  /** The whole list, in the SDK's order. */
  readonly FRIEND_GROUP_LIST_UPDATED: readonly FriendGroup[];
  /** The whole list, in the SDK's order. */
  readonly FRIEND_APPLICATION_LIST_UPDATED: {
    readonly friendApplicationList: readonly FriendApplication[];
    readonly unreadCount: number;
  };
  /** From 3.x on, as the SDK tells it. */
  readonly MY_FOLLOWERS_LIST_UPDATED: unknown;
  /** From 3.x on, as the SDK tells it. */
  readonly MY_FOLLOWING_LIST_UPDATED: unknown;
  /** From 3.x on, as the SDK tells it. */
  readonly MUTUAL_FOLLOWERS_LIST_UPDATED: unknown;
}

/** The name of an SDK event, as in the SDK's EVENT table. */
export type TimEventType = keyof TimEventMap;

/** One event of the SDK, discriminated by `type`; `streams.event$` emits them. Plain data: it can be recorded and replayed. */
export type TimEvent = { readonly [K in TimEventType]: TimEventOf<K> }[TimEventType];

/** The SDK event of one name. */
export interface TimEventOf<K extends TimEventType> {
  readonly type: K;
  readonly data: TimEventMap[K];
}

/**
 * Reads the data of some of the SDK's events, and what they show beside, while its callback still runs: `undefined` where
 * there is nothing to tell.
 */
export type TimEventReaders<K extends TimEventType> = {
  readonly [X in K]: (data: unknown) => (Sightings & Pick<TimEventOf<X>, 'data'>) | undefined;
};

/** What was seen of users' names and pictures, of members' name cards and of receipts, beside the data of an event. */
export interface Sightings {
  readonly profiles?: readonly ProfileSighting[];
  readonly nameCards?: readonly MemberSighting[];
  /** What copies of messages tell of who has read them. */
  readonly receipts?: readonly MessageReadReceipt[];
  /** The second (server time) in which own messages were seen. */
  readonly now?: number;
}

/**
 * Everything that can change the state: the SDK's events and the results of actions. Plain, frozen, serializable;
 * the state is `reduce` over these and nothing else.
 */
export type StoreEvent = (
  | { readonly [K in TimEventType]: TimEventOf<K> }[TimEventType]
  | SessionEvent
  | ConversationEvent
  | MessageEvent
  | GroupEvent
  | MemberEvent
  | PeopleEvent
) &
  Sightings;

/** The events of which only messages change, and what they show of users and members. */
export type MessagesEventType =
  | 'MESSAGE_MODIFIED'
  | 'MESSAGE_REVOKED'
  | 'MESSAGE_READ_BY_PEER'
  | 'MESSAGE_READ_RECEIPT_RECEIVED'
  | 'historyStarted'
  | 'historyLoaded'
  | 'sendStarted'
  | 'sendSucceeded'
  | 'uploadsProgressed';

/** The events that the reducers of all slices take. */
export type WideEvent = Exclude<StoreEvent, { readonly type: MessagesEventType }>;
