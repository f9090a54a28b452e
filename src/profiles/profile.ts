import type { Table } from '../shared/table.ts';

/** What is known of a user's looks. Messages and conversations carry it; the store keeps it once, here. */
export interface Profile {
  readonly userID: string;
  /** `''` where the user set none. */
  readonly nick: string;
  /** An address; `''` where the user set none. */
  readonly avatar: string;
  /** The second of the newest message that showed this; 0 where it came with a conversation row. */
  readonly seenTime: number;
}

/** The slice `state.profiles`: users by ID. */
export type ProfilesState = Table<string, Profile>;
