import { TYPES } from '../sdk/constants.ts';
import type { PeopleCloud } from './cloud/people-cloud.ts';
import type { CustomField, ProfilePatch } from './cloud/people-wire.ts';
import type { World } from './cloud/world.ts';
import { requireUser } from './require-user.ts';

/** What is left out stays as it is; of a new user it is empty, and `allowType` is 'AllowType_Type_AllowAny'. */
export type ProfileOptions = ProfilePatch;

/** What a friend request says. */
export interface FriendRequestOptions {
  readonly wording?: string;
  /** 'AddSource_Type_Memory' unless told. */
  readonly source?: string;
}

/** How a friend is kept. */
export interface BefriendOptions {
  /** What the first user calls the second. */
  readonly remark?: string;
  /** The list of friends that the first user keeps the second in. */
  readonly groupName?: string;
}

/** What others do, without a client of theirs. Each throws an `Error` for a user who is not there. */
export interface PeopleControl {
  /** Makes two users friends of each other, whatever they allow. */
  readonly befriend: (userID: string, friendID: string, options?: BefriendOptions) => void;
  /** Ends a friendship, both ways. */
  readonly unfriend: (userID: string, friendID: string) => void;
  /**
   * Asks in the name of a user. Answers the vendor's number: 0 when the two are friends now, 30539 when the other one
   * has to agree, else why it is refused.
   */
  readonly requestFriend: (fromID: string, toID: string, options?: FriendRequestOptions) => number;
  /** The user agrees to a friend request of `fromID`, or refuses it. */
  readonly answerFriendRequest: (userID: string, fromID: string, isAccepted: boolean) => void;
  readonly block: (userID: string, otherID: string) => void;
  readonly unblock: (userID: string, otherID: string) => void;
  readonly follow: (userID: string, otherID: string) => void;
  /** Of a user without clients: whether the others take the user for being there, and what the user says about it. */
  readonly setStatus: (
    userID: string,
    status: {
      /** One of `TYPES.USER_STATUS_*`; online unless told. */
      readonly statusType?: number;
      readonly customStatus?: string;
    },
  ) => void;
}

/** What a user has to do with others: a snapshot. */
export interface TrueRelations {
  /** By user ID, as `remark`. */
  readonly friends: Readonly<Record<string, { readonly remark: string; readonly groups: readonly string[] }>>;
  readonly friendCustomField: Readonly<Record<string, readonly CustomField[]>>;
  readonly blocklist: readonly string[];
  /** Who asked this user, and whom this user asked, to become friends. */
  readonly requestsReceived: readonly string[];
  readonly requestsSent: readonly string[];
  readonly following: readonly string[];
}

/** The control of one world's people. */
export function createPeopleControl(world: World, people: PeopleCloud): PeopleControl {
  const { friends, blocklist, presence, follow } = people;

  const requireBoth = (userID: string, otherID: string): void => {
    requireUser(world, userID);
    requireUser(world, otherID);
  };

  const request = (
    userID: string,
    to: string,
    { wording = '', source = 'AddSource_Type_Memory' }: FriendRequestOptions,
  ): number => friends.add(userID, { to, source, wording, remark: '', groupName: '', isMutual: true });

  return {
    befriend: (userID, friendID, { remark = '', groupName = '' } = {}) => {
      requireBoth(userID, friendID);
      friends.befriend(userID, friendID, { remark, groupName });
      friends.befriend(friendID, userID, {});
    },
    unfriend: (userID, friendID) => {
      requireBoth(userID, friendID);
      friends.part(userID, friendID);
    },
    requestFriend: (fromID, toID, options = {}) => {
      requireBoth(fromID, toID);
      return request(fromID, toID, options);
    },
    answerFriendRequest: (userID, fromID, isAccepted) => {
      requireBoth(userID, fromID);
      const answer = isAccepted ? TYPES.SNS_APPLICATION_AGREE_AND_ADD : undefined;
      if (friends.respond(userID, fromID, answer) !== 0) {
        throw new Error(`unable to answer; "${fromID}" has sent no friend request to "${userID}"`);
      }
    },
    block: (userID, otherID) => {
      requireBoth(userID, otherID);
      blocklist.block(userID, [otherID]);
    },
    unblock: (userID, otherID) => {
      requireBoth(userID, otherID);
      blocklist.unblock(userID, [otherID]);
    },
    follow: (userID, otherID) => {
      requireBoth(userID, otherID);
      follow.follow(userID, [otherID]);
    },
    setStatus: (userID, { statusType = TYPES.USER_STATUS_ONLINE, customStatus }) => {
      requireUser(world, userID);
      presence.pretend(userID, statusType);
      if (customStatus !== undefined) presence.setCustom(userID, customStatus);
    },
  };
}

/** A snapshot of a user's relations. */
export function trueRelations(world: World, userID: string): TrueRelations {
  const { friends, blocked, received, sent, following } = requireUser(world, userID).relations;
  return {
    friends: Object.fromEntries(
      [...friends].map(([id, { remark, groupNames }]) => [id, { remark, groups: [...groupNames] }]),
    ),
    friendCustomField: Object.fromEntries(
      [...friends].map(([id, { customFields }]) => [
        id,
        [...customFields].map(([key, value]) => ({ key, value })),
      ]),
    ),
    blocklist: [...blocked],
    requestsReceived: [...received.keys()],
    requestsSent: [...sent.keys()],
    following: [...following.keys()],
  };
}
