import type { CustomField } from '../groups/group.ts';
import type { Table } from '../shared/table.ts';

/** A friend. The name and picture are in the profiles: `selectUserName`, `selectProfile`. Field names are the SDK's. */
export interface Friend {
  readonly userID: string;
  /** What I call them; `''` where I call them nothing. */
  readonly remark: string;
  /** The names of my friend groups that they are in. */
  readonly groupList: readonly string[];
  readonly source: string;
  /** Seconds since the epoch; 0 where unknown. */
  readonly addTime: number;
  readonly friendCustomField: readonly CustomField[];
}

/** A request for friendship, sent to me or by me. Field names are the SDK's. */
export interface FriendApplication {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly source: string;
  readonly wording: string;
  /** `Pendency_Type_ComeIn` (`TYPES.SNS_APPLICATION_SENT_TO_ME`) or `Pendency_Type_SendOut`. */
  readonly type: string;
}

/** One of my lists of friends. Field names are the SDK's. */
export interface FriendGroup {
  readonly name: string;
  readonly userIDList: readonly string[];
  readonly count: number;
}

/** The slice `state.friends`. */
export interface FriendsState {
  readonly byID: Table<string, Friend>;
  /** The user IDs in the SDK's order. */
  readonly order: readonly string[];
  /** Whether the list of this account has come from the SDK. */
  readonly isLoaded: boolean;
  /** Requests sent to me and by me, in the SDK's order. */
  readonly applications: readonly FriendApplication[];
  /** How many of the requests to me I have not seen. */
  readonly unreadApplicationCount: number;
  readonly groups: readonly FriendGroup[];
}
