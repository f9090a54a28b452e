// What travels about people: profiles, friends, blocklists, presence. Copies, as everything on the wire.

/** A field that the application has named itself. */
export interface CustomField {
  readonly key: string;
  value: string;
}

/** A user's profile, whole. */
export interface FullProfile {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
  readonly gender: string;
  /** Say 20000101. */
  readonly birthday: number;
  readonly location: string;
  readonly selfSignature: string;
  /** One of `TYPES.ALLOW_TYPE_*`: what happens to friend requests to this user. */
  readonly allowType: string;
  readonly language: number;
  readonly messageSettings: number;
  /** One of `TYPES.FORBID_TYPE_*`: whether this user may send friend requests. */
  readonly adminForbidType: string;
  readonly level: number;
  readonly role: number;
  readonly profileCustomField: readonly CustomField[];
}

/** What of a profile is set anew. */
export type ProfilePatch = Partial<Omit<FullProfile, 'userID'>>;

/** A friend, for the user who has it. */
export interface WireFriend {
  readonly userID: string;
  readonly remark: string;
  readonly groupList: readonly string[];
  readonly source: string;
  /** Seconds. */
  readonly addTime: number;
  readonly friendCustomField: readonly CustomField[];
  readonly profile: FullProfile;
}

/** A friend request, for one of the two users. */
export interface WireApplication {
  /** The other one. */
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
  /** Seconds. */
  readonly time: number;
  readonly source: string;
  readonly wording: string;
  /** `TYPES.SNS_APPLICATION_SENT_TO_ME` or `_BY_ME`. */
  readonly type: string;
}

/** All friend requests of a user, and how many of those received are not read yet. */
export interface WireApplications {
  readonly applications: readonly WireApplication[];
  readonly unreadCount: number;
}

/** One of a user's lists of friends. */
export interface WireFriendGroup {
  readonly name: string;
  readonly userIDList: readonly string[];
}

/** What happened to one of several users that a request named. */
export interface UserResult {
  readonly userID: string;
  /** 0 when it went well. */
  readonly code: number;
}

/** Whether a user is there. */
export interface UserStatus {
  readonly userID: string;
  /** One of `TYPES.USER_STATUS_*`. */
  readonly statusType: number;
  readonly customStatus: string;
}

/** When a user is disturbed by messages at all. */
export interface ReceiveOption {
  readonly messageRemindType: string;
  /** Seconds. */
  readonly startTime: number;
  readonly endTime: number;
  /** Every day. */
  readonly isRepeated: boolean;
}

/** Everything about people that a client gets when it comes into step with the server. */
export interface PeopleSnapshot extends WireApplications {
  readonly blocklist: readonly string[];
  readonly friends: readonly WireFriend[];
  readonly friendGroups: readonly WireFriendGroup[];
  readonly conversationGroups: readonly string[];
}

/** What the server tells a client unasked about people. */
export type PeoplePush =
  | { readonly kind: 'friendsAdded'; readonly userIDs: readonly string[] }
  | { readonly kind: 'friendsDeleted'; readonly userIDs: readonly string[] }
  /** Remark or custom fields were set on another client of the user. */
  | { readonly kind: 'friendUpdated'; readonly friend: WireFriend }
  | { readonly kind: 'applicationAdded'; readonly application: WireApplication }
  | { readonly kind: 'applicationsDeleted' }
  | { readonly kind: 'applicationsRead' }
  | { readonly kind: 'blocked'; readonly userIDs: readonly string[] }
  | { readonly kind: 'unblocked'; readonly userIDs: readonly string[] }
  | { readonly kind: 'profile'; readonly userID: string; readonly patch: ProfilePatch }
  | { readonly kind: 'statuses'; readonly statuses: readonly UserStatus[] }
  | { readonly kind: 'receiveOption'; readonly option: ReceiveOption }
  /** `type` is 1 for the followers, 2 for the followed, 3 for both ways. */
  | {
      readonly kind: 'follow';
      readonly type: number;
      readonly isAdd: boolean;
      readonly profile: FullProfile;
    };

/** What the server tells a client about its user's conversations, when another client has changed them. */
export type RowPush =
  | { readonly kind: 'rowsDeleted'; readonly conversationIDs: readonly string[] }
  | { readonly kind: 'rowPinned'; readonly conversationID: string; readonly isPinned: boolean }
  | {
      readonly kind: 'rowMarked';
      readonly conversationID: string;
      readonly markList: readonly number[];
      readonly customData: string;
    }
  /** The list of groups as it is now; `renamed` is what a group was and is called. */
  | {
      readonly kind: 'conversationGroups';
      readonly names: readonly string[];
      readonly renamed?: readonly [string, string];
    }
  | {
      readonly kind: 'conversationsInGroup';
      readonly name: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };
