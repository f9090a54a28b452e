import type { CustomField } from '../groups/group.ts';
import type { SortedList } from '../shared/sorted-list.ts';
import type { Table } from '../shared/table.ts';
import type { TimErrorInfo } from '../shared/tim-store-error.ts';

/**
 * One member of one group. The name and picture are not in here, because the SDK renames silently: `selectMemberName`
 * and `selectProfile` have them. Field names are the SDK's.
 */
export interface GroupMember {
  readonly userID: string;
  /** A `GroupRole`; `''` of one who was only seen, in a message or a tip. */
  readonly role: string;
  /** Seconds since the epoch; 0 where unknown. */
  readonly joinTime: number;
  readonly nameCard: string;
  /** The second (server time) up to which the member may not write; 0 for never muted. */
  readonly muteUntil: number;
  /** Whether that second lies ahead: turns `false` by itself when it comes. */
  readonly isMuted: boolean;
  readonly memberCustomField: readonly CustomField[];
}

/** What is known of the members of one group. */
export interface GroupMembers {
  /** By user ID: those of the pages loaded, and those seen in messages and tips. */
  readonly byID: Table<string, GroupMember>;
  /** The user IDs of the pages loaded, in the SDK's order. */
  readonly order: readonly string[];
  /** Where the next page begins: an offset, or the cursor that the SDK gave. */
  readonly offset: number | string;
  readonly isLoading: boolean;
  /** Whether the first page has come. */
  readonly isLoaded: boolean;
  /** Whether the last page has come. */
  readonly isCompleted: boolean;
  /** Why the last page failed, until one is loaded. */
  readonly error: TimErrorInfo | undefined;
  /** The time (seconds) of the newest message that showed a member's name card, by user ID. */
  readonly seenTimes: Table<string, number>;
}

/** A name card as a message showed it, and when: in seconds since the epoch. */
export interface MemberSighting {
  readonly groupID: string;
  readonly userID: string;
  readonly nameCard: string;
  readonly time: number;
}

/** A mute that has not ended yet. */
export interface Mute {
  readonly groupID: string;
  readonly userID: string;
  /** Seconds, server time. */
  readonly muteUntil: number;
}

/** The slice `state.members`. */
export interface MembersState {
  /** By group ID. */
  readonly byGroup: Table<string, GroupMembers>;
  /** The mutes that have not ended, the one that ends first at the beginning: what the store's timer waits for. */
  readonly mutes: SortedList<Mute>;
}
