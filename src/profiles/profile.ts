import type { CustomField } from '../groups/group.ts';
import type { Table } from '../shared/table.ts';

/**
 * What is known of a user: kept once, here, and joined by selectors with the messages, conversations, members and
 * friends. Name and picture are known of everybody seen; the rest, once the profile was fetched. Field names are the SDK's.
 */
export interface Profile extends Partial<ProfileDetails> {
  readonly userID: string;
  /** `''` where the user set none. */
  readonly nick: string;
  /** An address; `''` where the user set none. */
  readonly avatar: string;
}

/** What only a fetched profile has. */
export interface ProfileDetails {
  /** `Gender_Type_Unknown`, `Gender_Type_Female` or `Gender_Type_Male`; `''` where never set. */
  readonly gender: string;
  /** As the application writes it, usually 20000101. */
  readonly birthday: number;
  readonly location: string;
  readonly selfSignature: string;
  /** Who may add the user as a friend: one of `TYPES.ALLOW_TYPE_*`. */
  readonly allowType: string;
  readonly language: number;
  readonly messageSettings: number;
  /** Whether the user may ask for friendship: one of `TYPES.FORBID_TYPE_*`. */
  readonly adminForbidType: string;
  readonly level: number;
  readonly role: number;
  readonly profileCustomField: readonly CustomField[];
}

/** A profile, or a part of it, as something showed it, and when: in seconds since the epoch. */
export interface ProfileSighting extends Profile {
  readonly time: number;
}

/** Whether a user is online, as far as I may know. */
export interface UserStatus {
  readonly userID: string;
  /** 0 unknown, 1 online, 2 offline, 3 not logged in: `TYPES.USER_STATUS_*`. */
  readonly statusType: number;
  /** What the user says; `''` for nothing. */
  readonly customStatus: string;
}

/** The slice `state.profiles`. */
export interface ProfilesState {
  /** Users by ID. */
  readonly byID: Table<string, Profile>;
  /** The time of the newest sighting of each user; apart from the profile, which keeps its identity when seen again. */
  readonly seenTimes: Table<string, number>;
  /** By user ID, where it was asked for or has changed. */
  readonly statuses: Table<string, UserStatus>;
}
