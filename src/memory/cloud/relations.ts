import { TYPES } from '../../sdk/constants.ts';
import type { FullProfile, ReceiveOption } from './people-wire.ts';

/** What a user keeps of a friend. */
export interface Friendship {
  remark: string;
  readonly source: string;
  /** Seconds. */
  readonly addTime: number;
  /** Names of the user's friend groups. */
  readonly groupNames: Set<string>;
  /** By key. */
  readonly customFields: Map<string, string>;
}

/** A friend request that nobody has answered yet. */
export interface Application {
  readonly time: number;
  readonly source: string;
  readonly wording: string;
  /** What the sender wants to call the new friend, and keep it under. */
  readonly remark: string;
  readonly groupName: string;
  isRead: boolean;
}

/** What one user has to do with others. All of it is by user ID. */
export interface Relations {
  readonly friends: Map<string, Friendship>;
  /** Names, whether or not somebody is in them. */
  readonly friendGroups: Set<string>;
  readonly received: Map<string, Application>;
  readonly sent: Map<string, Application>;
  readonly blocked: Set<string>;
  /** Whom the user follows, since when (seconds). */
  readonly following: Map<string, number>;
  /** Whose presence the user wants to hear of. */
  readonly watched: Set<string>;
  /** The groups of this user's conversations, by name. */
  readonly conversationGroups: Set<string>;
  /** By conversation ID, which need not be in the user's list. */
  readonly remindTypes: Map<string, string>;
  customStatus: string;
  receiveOption: ReceiveOption;
}

/** Of a new user: none. */
export function createRelations(): Relations {
  return {
    friends: new Map(),
    friendGroups: new Set(),
    received: new Map(),
    sent: new Map(),
    blocked: new Set(),
    following: new Map(),
    watched: new Set(),
    conversationGroups: new Set(),
    remindTypes: new Map(),
    customStatus: '',
    receiveOption: {
      messageRemindType: TYPES.MSG_REMIND_ACPT_AND_NOTE,
      startTime: 0,
      endTime: 0,
      isRepeated: false,
    },
  };
}

/** The profile of a new user. */
export const BLANK_PROFILE: Omit<FullProfile, 'userID'> = {
  nick: '',
  gender: '',
  birthday: 0,
  location: '',
  selfSignature: '',
  allowType: TYPES.ALLOW_TYPE_ALLOW_ANY,
  language: 0,
  avatar: '',
  messageSettings: 0,
  adminForbidType: TYPES.FORBID_TYPE_NONE,
  level: 0,
  role: 0,
  profileCustomField: [],
};
