import type { Clock } from '../../shared/clock.ts';
import { TYPES } from '../../sdk/constants.ts';
import { firstSequence } from '../first-sequence.ts';
import type { Random } from '../random.ts';
import { groupOfID, peerOfID } from './conversation-ids.ts';
import type { Group } from './group.ts';
import type { FullProfile } from './people-wire.ts';
import { BLANK_PROFILE, createRelations, type Relations } from './relations.ts';
import type { StoredMessage } from './stored-message.ts';

/** What the server keeps of one user's view of one conversation. */
export interface InboxEntry {
  /** Messages to this user that are neither read nor recalled. */
  readonly unread: Set<StoredMessage>;
  /** Those of them that mention this user, or everybody. */
  readonly mentions: Set<StoredMessage>;
  /** C2C: up to when the peer has read, seconds. */
  peerReadTime: number;
  /** One of `TYPES.MSG_REMIND_*`; '' until set. */
  remindType: string;
  isPinned: boolean;
  /** Powers of two, ascending: `TYPES.CONV_MARK_TYPE_*` and the application's own. */
  markList: readonly number[];
  customData: string;
  /** Names of the user's conversation groups. */
  readonly groupNames: Set<string>;
}

/** A user, with everything that is this user's alone. */
export interface User extends FullProfile {
  readonly tinyID: string;
  readonly relations: Relations;
  /** The last sequence of what the server sends in this user's name. */
  sequence: number;
  /** By conversation ID, as this user names them. */
  readonly inbox: Map<string, InboxEntry>;
}

/** The whole state of the server: plain tables, no behaviour but looking things up. */
export interface World {
  /** Server time, milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  /** By message ID. */
  readonly messages: Map<string, StoredMessage>;
  /** The messages between two users, either way round: by time, then as they came in. */
  readonly thread: (userID: string, peerID: string) => StoredMessage[];
  /** Finds the user; makes one that is not there yet, as the real service does at the first login. */
  readonly user: (userID: string) => User;
}

/** An empty world. `clockOffset` is by how many milliseconds its time is ahead of the clock. */
export function createWorld(clock: Clock, clockOffset: number, random: Random): World {
  const users = new Map<string, User>();
  const threads = new Map<string, StoredMessage[]>();
  return {
    now: () => clock.now() + clockOffset,
    random,
    users,
    groups: new Map(),
    messages: new Map(),

    thread: (userID, peerID) => {
      const key = JSON.stringify(userID < peerID ? [userID, peerID] : [peerID, userID]);
      const thread = threads.get(key) ?? [];
      threads.set(key, thread);
      return thread;
    },

    user: (userID) => {
      const known = users.get(userID);
      if (known !== undefined) return known;
      const tinyID = `1441152${10_000_000_000 + users.size}`;
      const user: User = {
        ...BLANK_PROFILE,
        userID,
        tinyID,
        relations: createRelations(),
        sequence: firstSequence(clock.now()),
        inbox: new Map(),
      };
      users.set(userID, user);
      return user;
    },
  };
}

/** The messages of a conversation as `userID` names it, in server order. Empty where there is none. */
export function messagesOf(world: World, userID: string, conversationID: string): readonly StoredMessage[] {
  const group = groupOf(world, conversationID);
  if (group !== undefined) return group.messages;
  if (conversationID === TYPES.CONV_SYSTEM) return world.thread(TYPES.CONV_SYSTEM, userID);
  const peerID = peerOfID(conversationID);
  return peerID === undefined ? [] : world.thread(userID, peerID);
}

/** The group of a group conversation; undefined for any other, and where there is no such group. */
export function groupOf(world: World, conversationID: string): Group | undefined {
  const groupID = groupOfID(conversationID);
  return groupID === undefined ? undefined : world.groups.get(groupID);
}

/** The user's entry for the conversation; an empty one, not kept, where there is none. */
export function viewOf(user: User, conversationID: string): InboxEntry {
  return (
    user.inbox.get(conversationID) ?? {
      unread: new Set(),
      mentions: new Set(),
      peerReadTime: 0,
      remindType: user.relations.remindTypes.get(conversationID) ?? '',
      isPinned: false,
      markList: [],
      customData: '',
      groupNames: new Set(),
    }
  );
}

/** The user's entry for the conversation, which from now on is in the user's list. */
export function inboxEntry(user: User, conversationID: string): InboxEntry {
  const entry = viewOf(user, conversationID);
  user.inbox.set(conversationID, entry);
  return entry;
}
