import type { PushEvent } from './wire.ts';

export interface Friend {
  remark: string;
  readonly source: string;
  readonly addTime: number;
  /** Custom fields, by tag. */
  readonly custom: Map<string, string>;
}

/** A request to be friends, as one of the two sees it. */
export interface FriendRequest {
  readonly peer: string;
  readonly type: 'Pendency_Type_ComeIn' | 'Pendency_Type_SendOut';
  readonly wording: string;
  readonly source: string;
  readonly remark: string;
  readonly time: number;
}

export interface User {
  readonly userID: string;
  readonly tinyID: string;
  nick: string;
  avatar: string;
  /** The other fields of the profile, by tag. */
  readonly profile: Map<string, string | number>;
  customStatus: string;
  /** Those who hear of the status. */
  readonly watchers: Set<string>;
  /** What happened in the user's C2C conversations, oldest first; a client that was away catches up from it. */
  readonly inbox: PushEvent[];
  /** Per peer, the time in seconds up to which the user has read; per group, the sequence. */
  readonly read: Map<string, number>;
  /** Per peer, how messages are announced: 0 with a notification, 1 not received at all, 2 without a notification. */
  readonly remind: Map<string, number>;
  /** The IDs of conversations that the user has pinned. */
  readonly pinned: Set<string>;
  /** Per ID of a conversation that the user has deleted, how many messages it had then. */
  readonly hidden: Map<string, number>;
  /** The messages that the user has deleted, by their random numbers. */
  readonly deleted: Set<number>;
  readonly friends: Map<string, Friend>;
  readonly friendGroups: Map<string, Set<string>>;
  readonly friendRequests: Set<FriendRequest>;
  /** The time in seconds up to which they are read. */
  friendRequestsRead: number;
  readonly blocklist: Set<string>;
  /** What becomes of an attempt to take the user into a group. */
  invited: 'joins' | 'fails' | 'is full';
}

export function createUser(userID: string, tinyID: string): User {
  return {
    userID,
    tinyID,
    nick: '',
    avatar: '',
    profile: new Map(),
    customStatus: '',
    watchers: new Set(),
    inbox: [],
    read: new Map(),
    remind: new Map(),
    pinned: new Set(),
    hidden: new Map(),
    deleted: new Set(),
    friends: new Map(),
    friendGroups: new Map(),
    friendRequests: new Set(),
    friendRequestsRead: 0,
    blocklist: new Set(),
    invited: 'joins',
  };
}
