import type { Table } from '../shared/table.ts';

/** What is known of a user's looks. Messages and conversations carry it; the store keeps it once, here. */
export interface Profile {
  readonly userID: string;
  /** `''` where the user set none. */
  readonly nick: string;
  /** An address; `''` where the user set none. */
  readonly avatar: string;
}

/** A profile as something showed it, and when: in seconds since the epoch. */
export interface ProfileSighting extends Profile {
  readonly time: number;
}

/** The slice `state.profiles`. */
export interface ProfilesState {
  /** Users by ID. */
  readonly byID: Table<string, Profile>;
  /** The time of the newest sighting of each user; apart from the profile, which keeps its identity when seen again. */
  readonly seenTimes: Table<string, number>;
}
