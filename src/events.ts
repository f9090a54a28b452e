import type { Conversation } from './conversations/conversation.ts';
import type { ConversationID } from './conversations/conversation-id.ts';
import type { Friend, FriendApplication, FriendGroup } from './friends/friend.ts';
import type { Group, GroupApplication, GroupPatch, Topic } from './groups/group.ts';
import type { GroupMember, MemberSighting } from './members/group-member.ts';
import type { Message, MessageRevocation } from './messages/message.ts';
import type {
  MessageExtension,
  MessageReactions,
  MessageReadReceipt,
  ReactionUser,
} from './messages/message-details.ts';
import type { Profile, ProfileSighting, UserStatus } from './profiles/profile.ts';
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

/** A message that was pinned in a group, or is not any more. */
export interface PinnedGroupMessageUpdate {
  readonly groupID: string;
  readonly messageID: string;
  readonly isPinned: boolean;
  /** The message, where it was pinned. */
  readonly message: Message | undefined;
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

/** Reads the data of some of the SDK's events, while its callback still runs: `undefined` where there is nothing to tell. */
export type TimEventReaders<K extends TimEventType> = {
  readonly [X in K]: (data: unknown) => StoreEvent | undefined;
};

/** What was seen of users' names and pictures, of members' name cards and of receipts, beside the data of an event. */
export interface Sightings {
  readonly profiles?: readonly ProfileSighting[];
  readonly nameCards?: readonly MemberSighting[];
  /** What copies of messages tell of who has read them. */
  readonly receipts?: readonly MessageReadReceipt[];
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

type SessionEvent =
  | { readonly type: 'loginStarted'; readonly userID: string }
  | { readonly type: 'loginAnswered'; readonly userID: string }
  /** `status` is what it goes back to: an account that was left by itself keeps its data over a failed attempt. */
  | {
      readonly type: 'loginFailed';
      readonly userID: string;
      readonly status: 'idle' | 'notReady' | 'kickedOut';
    }
  | { readonly type: 'loggedOut' }
  /** The SDK turned out to be logged in and ready, by another's doing. */
  | { readonly type: 'sessionFound'; readonly userID: string }
  /** The account is ready, with its conversation list, if it could be had. */
  | { readonly type: 'sessionSynced'; readonly conversations?: readonly Conversation[] }
  /** Nobody is logged in, but an AVChatRoom is listened to. */
  | { readonly type: 'anonymousJoined' }
  /** Server time has passed what `state` was waiting for: in seconds. */
  | { readonly type: 'timePassed'; readonly time: number };

type ConversationEvent =
  | { readonly type: 'conversationRead'; readonly conversationID: ConversationID }
  /** All conversations of this type, or all there are, were read. */
  | { readonly type: 'conversationsRead'; readonly conversationType: string | undefined }
  /** Rows as an action brought them: set, whatever the rest of the list. */
  | { readonly type: 'conversationsLoaded'; readonly conversations: readonly Conversation[] }
  /** What an action changed in rows that are there. */
  | {
      readonly type: 'conversationsPatched';
      readonly conversationIDs: readonly ConversationID[];
      readonly patch: Partial<Conversation>;
    }
  | {
      readonly type: 'conversationsMarked';
      readonly conversationIDs: readonly ConversationID[];
      readonly markType: number;
      readonly enableMark: boolean;
    }
  | { readonly type: 'conversationsDeleted'; readonly conversationIDs: readonly ConversationID[] }
  | {
      readonly type: 'draftSet';
      readonly conversationID: ConversationID;
      readonly draftText: string;
    }
  | { readonly type: 'conversationGroupsLoaded'; readonly groups: readonly string[] }
  /** A conversation group was made, or renamed to `newName`, or deleted where that is `undefined`; and who came and went. */
  | {
      readonly type: 'conversationGroupChanged';
      readonly groupName: string;
      readonly newName: string | undefined;
      readonly added: readonly ConversationID[];
      readonly removed: readonly ConversationID[];
    };

type MessageEvent =
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
  /** Deleted for me. */
  | { readonly type: 'messagesDeleted'; readonly IDs: readonly string[] }
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
  | { readonly type: 'extensionsDeleted'; readonly messageID: string; readonly keyList: readonly string[] }
  | {
      readonly type: 'pinnedLoaded';
      readonly groupID: string;
      readonly messages: readonly Message[];
    }
  | { readonly type: 'pinnedChanged'; readonly update: PinnedGroupMessageUpdate };

type GroupEvent =
  /** The SDK's list, as an action brought it. */
  | { readonly type: 'groupListLoaded'; readonly groups: readonly Group[] }
  /** Groups that I am in, whatever the rest of the list. */
  | { readonly type: 'groupsLoaded'; readonly groups: readonly Group[] }
  /** What an action changed in a group that is there; custom fields by key. */
  | { readonly type: 'groupPatched'; readonly groupID: string; readonly patch: GroupPatch }
  /** I am not in it any more. */
  | { readonly type: 'groupLeft'; readonly groupID: string }
  | {
      readonly type: 'attributesLoaded';
      readonly groupID: string;
      /** Sets these, and leaves the others; `isWhole`: these are all. */
      readonly groupAttributes: Readonly<Record<string, string>>;
      readonly isWhole: boolean;
    }
  | { readonly type: 'attributesDeleted'; readonly groupID: string; readonly keyList: readonly string[] }
  | {
      readonly type: 'countersLoaded';
      readonly groupID: string;
      readonly counters: Readonly<Record<string, number>>;
    }
  | { readonly type: 'onlineCountLoaded'; readonly groupID: string; readonly memberCount: number }
  | {
      readonly type: 'topicsLoaded';
      readonly groupID: string;
      readonly topics: readonly Topic[];
      readonly isWhole: boolean;
    }
  | {
      readonly type: 'topicsDeleted';
      readonly groupID: string;
      readonly topicIDs: readonly string[];
    }
  | { readonly type: 'applicationsLoaded'; readonly applications: readonly GroupApplication[] }
  | {
      readonly type: 'applicationHandled';
      readonly ID: string;
      readonly status: 'agreed' | 'rejected';
    };

type MemberEvent =
  | { readonly type: 'membersStarted'; readonly groupID: string }
  | {
      readonly type: 'memberPageLoaded';
      readonly groupID: string;
      readonly members: readonly GroupMember[];
      /** Whether it is the first page: then the list begins anew. */
      readonly isFirst: boolean;
      readonly offset: number | string;
      readonly isCompleted: boolean;
    }
  | { readonly type: 'membersFailed'; readonly groupID: string; readonly error: TimErrorInfo }
  /** Members, wherever they stand in the list. */
  | {
      readonly type: 'membersLoaded';
      readonly groupID: string;
      readonly members: readonly GroupMember[];
    }
  | {
      readonly type: 'memberPatched';
      readonly groupID: string;
      readonly userID: string;
      readonly patch: Partial<GroupMember>;
    }
  | { readonly type: 'membersRemoved'; readonly groupID: string; readonly userIDs: readonly string[] };

type PeopleEvent =
  | { readonly type: 'friendListLoaded'; readonly friends: readonly Friend[] }
  /** Friends, whatever the rest of the list. */
  | { readonly type: 'friendsLoaded'; readonly friends: readonly Friend[] }
  /** A friendship that an action made: as far as it knows, until the SDK's list tells more. */
  | { readonly type: 'friendAdded'; readonly friend: Friend }
  /** What an action changed in a friend who is there; custom fields by key. */
  | { readonly type: 'friendPatched'; readonly userID: string; readonly patch: Partial<Friend> }
  | { readonly type: 'friendsDeleted'; readonly userIDs: readonly string[] }
  | {
      readonly type: 'friendApplicationsLoaded';
      readonly friendApplicationList: readonly FriendApplication[];
      readonly unreadCount: number;
    }
  /** I asked for friendship, and have to wait for consent. */
  | { readonly type: 'friendApplicationSent'; readonly application: FriendApplication }
  | {
      readonly type: 'friendApplicationDeleted';
      readonly userID: string;
      /** Of one kind only, or of both. */
      readonly applicationType: string | undefined;
    }
  | { readonly type: 'friendApplicationsRead' }
  | { readonly type: 'friendGroupsLoaded'; readonly groups: readonly FriendGroup[] }
  /** One group as it is now; `undefined`: it is gone. */
  | {
      readonly type: 'friendGroupChanged';
      readonly name: string;
      readonly group: FriendGroup | undefined;
    }
  | { readonly type: 'blocklistLoaded'; readonly userIDs: readonly string[] }
  | {
      readonly type: 'blocklistChanged';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** Only what `profiles`, beside it, says. */
  | { readonly type: 'profilesLoaded' }
  | { readonly type: 'statusesLoaded'; readonly statuses: readonly UserStatus[] };
