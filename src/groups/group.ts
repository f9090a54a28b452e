import type { Table } from '../shared/table.ts';

/**
 * The SDK's group types, by its values: `Private` is a work group (`TYPES.GRP_WORK`), `ChatRoom` a meeting
 * (`TYPES.GRP_MEETING`).
 */
export type GroupType = 'Private' | 'Public' | 'ChatRoom' | 'AVChatRoom' | 'Community' | 'Room' | 'Live';

/** What a member is in a group. */
export type GroupRole = 'Owner' | 'Admin' | 'Member' | 'Custom';

/** How requests to join a group are dealt with. */
export type JoinOption = 'FreeAccess' | 'NeedPermission' | 'DisableApply';

/** One custom field of a group, member, friend or profile. */
export interface CustomField {
  readonly key: string;
  readonly value: string;
}

/** A group that I am in, or have looked up: a frozen copy of the SDK's. Field names are the SDK's. */
export interface Group {
  readonly groupID: string;
  readonly name: string;
  readonly avatar: string;
  /** A `GroupType`, or what a later SDK adds. */
  readonly type: string;
  readonly introduction: string;
  readonly notification: string;
  readonly ownerID: string;
  /** Seconds since the epoch; 0 where unknown. */
  readonly createTime: number;
  readonly memberCount: number;
  readonly maxMemberCount: number;
  /** A `JoinOption`; `''` where unknown. */
  readonly joinOption: string;
  /** The same for invitations; `''` where unknown. */
  readonly inviteOption: string;
  readonly muteAllMembers: boolean;
  readonly isSupportTopic: boolean;
  readonly groupCustomField: readonly CustomField[];
  /** What I am in it. */
  readonly selfInfo: GroupSelfInfo;
}

/** What I am in a group. */
export interface GroupSelfInfo {
  readonly userID: string;
  /** A `GroupRole`; `''` where I am no member, or it is not known. */
  readonly role: string;
  readonly nameCard: string;
  /** Seconds since the epoch; 0 where unknown. */
  readonly joinTime: number;
  /** Whether its messages notify me; see `Conversation.messageRemindType`. */
  readonly messageRemindType: string;
}

/** What changes of a group. */
export type GroupPatch = Partial<Omit<Group, 'selfInfo'>> & { readonly selfInfo?: Partial<GroupSelfInfo> };

/** Somebody asks to join a group that I administer, or to have somebody join. */
export interface GroupApplication {
  /** The ID of the notice, or, of one that came in the server's list, of its own: what `handleApplication` takes. */
  readonly ID: string;
  readonly groupID: string;
  readonly groupName: string;
  /** Who wants to join. */
  readonly userID: string;
  readonly applyMessage: string;
  /** Seconds since the epoch. */
  readonly time: number;
  /** What became of it, as far as this store knows. */
  readonly status: 'pending' | 'agreed' | 'rejected';
}

/** A topic of a community; its conversation is `groupID(topicID)`. Field names are the SDK's. */
export interface Topic {
  readonly topicID: string;
  readonly topicName: string;
  readonly avatar: string;
  readonly introduction: string;
  readonly notification: string;
  readonly customData: string;
  readonly unreadCount: number;
  readonly muteAllMembers: boolean;
}

/** The slice `state.groups`. */
export interface GroupsState {
  /** The groups that I am in, by ID; also communities and the AVChatRoom, which the SDK's list leaves out. */
  readonly byID: Table<string, Group>;
  /** Their IDs: the SDK's list in its order, then those that it leaves out. */
  readonly order: readonly string[];
  /** Whether the list of this account has come from the SDK; until then it is empty because unknown. */
  readonly isLoaded: boolean;
  /**
   * What live messages and actions told of groups since they were last fetched, by group ID: the names of fields that the
   * SDK's lists go on having as they were before.
   */
  readonly told: Table<string, readonly string[]>;
  /** The sequence of the newest tip that was taken into account, by group ID. */
  readonly lastTips: Table<string, number>;
  /** By group ID; known where they were asked for or have changed. */
  readonly attributes: Table<string, Readonly<Record<string, string>>>;
  /** By group ID; known where they were asked for or have changed. */
  readonly counters: Table<string, Readonly<Record<string, number>>>;
  /** How many are online, by group ID, where it was asked for. */
  readonly onlineCounts: Table<string, number>;
  /** The topics of communities, by group ID, where they were asked for. */
  readonly topics: Table<string, readonly Topic[]>;
  /** Requests to join, by ID, in the order in which they were seen. */
  readonly applications: Table<string, GroupApplication>;
}
