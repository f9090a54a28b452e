import { TYPES } from '../../sdk/constants.ts';
import { PEOPLE_REFUSAL } from '../codes.ts';
import { bytesOf } from '../bytes-of.ts';
import type { Connection } from './connection.ts';
import type { Notify } from './notify.ts';
import type {
  CustomField,
  UserResult,
  WireApplication,
  WireApplications,
  WireFriend,
  WireFriendGroup,
} from './people-wire.ts';
import { fullProfileOf } from './profile-book.ts';
import type { Application } from './relations.ts';
import type { User, World } from './world.ts';

/** A friend request as it is sent. */
export interface FriendRequest {
  readonly to: string;
  readonly source: string;
  readonly wording: string;
  readonly remark: string;
  readonly groupName: string;
  /** The friend is to have the user as a friend, too. */
  readonly isMutual: boolean;
}

/** Friends and friend requests: what a user may ask, and whom it tells. Codes are the vendor's, 0 for done. */
export interface FriendBook {
  readonly friends: (userID: string) => readonly WireFriend[];
  readonly groups: (userID: string) => readonly WireFriendGroup[];
  readonly applications: (userID: string) => WireApplications;
  /** 0: friends now; 30539: the other one has to agree; any other: refused. */
  readonly add: (userID: string, request: FriendRequest) => number;
  readonly remove: (userID: string, friendIDs: readonly string[], isMutual: boolean) => readonly UserResult[];
  /** One of `TYPES.SNS_TYPE_*`; undefined for a user that does not exist. */
  readonly relation: (userID: string, otherID: string, isMutual: boolean) => string | undefined;
  readonly update: (
    userID: string,
    friendID: string,
    patch: { readonly remark: string | undefined; readonly customFields: readonly CustomField[] },
    except?: Connection,
  ) => number;
  /** `answer` is one of `TYPES.SNS_APPLICATION_AGREE*`; undefined refuses. */
  readonly respond: (userID: string, fromID: string, answer: string | undefined, remark?: string) => number;
  readonly deleteApplication: (userID: string, otherID: string, type: string) => number;
  readonly readApplications: (userID: string) => void;
  /** Makes the other one a friend of the user, not the other way round, whatever is allowed. */
  readonly befriend: (
    userID: string,
    friendID: string,
    options: Partial<Pick<FriendRequest, 'remark' | 'source' | 'groupName'>>,
  ) => void;
  /** Ends a friendship both ways, in whichever it is. */
  readonly part: (userID: string, otherID: string) => void;
}

/** The friends of one world. */
export function createFriendBook(world: World, notify: Notify): FriendBook {
  const relationsOf = (userID: string): User['relations'] => world.user(userID).relations;
  const seconds = (): number => Math.floor(world.now() / 1000);

  const befriend: FriendBook['befriend'] = (
    userID,
    friendID,
    { remark = '', source = '', groupName = '' },
  ) => {
    const { friends, friendGroups } = relationsOf(userID);
    if (friends.has(friendID)) return;
    if (groupName !== '') friendGroups.add(groupName);
    const groupNames = new Set(groupName === '' ? [] : [groupName]);
    friends.set(friendID, { remark, source, addTime: seconds(), groupNames, customFields: new Map() });
    notify(userID, { kind: 'friendsAdded', userIDs: [friendID] });
  };

  const forget = (userID: string, friendID: string): void => {
    if (relationsOf(userID).friends.delete(friendID)) {
      notify(userID, { kind: 'friendsDeleted', userIDs: [friendID] });
    }
  };

  /** What the other one has asked is answered. */
  const settle = (userID: string, fromID: string): void => {
    if (relationsOf(userID).received.delete(fromID)) notify(userID, { kind: 'applicationsDeleted' });
    if (relationsOf(fromID).sent.delete(userID)) notify(fromID, { kind: 'applicationsDeleted' });
  };

  const apply = (userID: string, { to, source, wording, remark, groupName }: FriendRequest): void => {
    const application: Application = { time: seconds(), source, wording, remark, groupName, isRead: false };
    relationsOf(userID).sent.set(to, application);
    relationsOf(to).received.set(userID, application);
    const [forMe, forOther] = [
      wireApplication(world, to, application, TYPES.SNS_APPLICATION_SENT_BY_ME),
      wireApplication(world, userID, application, TYPES.SNS_APPLICATION_SENT_TO_ME),
    ];
    notify(userID, { kind: 'applicationAdded', application: forMe });
    notify(to, { kind: 'applicationAdded', application: forOther });
  };

  return {
    friends: (userID) => [...relationsOf(userID).friends.keys()].map((id) => wireFriend(world, userID, id)),

    groups: (userID) => {
      const { friends, friendGroups } = relationsOf(userID);
      return [...friendGroups].map((name) => ({
        name,
        userIDList: [...friends].filter(([, { groupNames }]) => groupNames.has(name)).map(([id]) => id),
      }));
    },

    applications: (userID) => {
      const { received, sent } = relationsOf(userID);
      const { SNS_APPLICATION_SENT_TO_ME: toMe, SNS_APPLICATION_SENT_BY_ME: byMe } = TYPES;
      return {
        applications: [
          ...[...received].map(([id, application]) => wireApplication(world, id, application, toMe)),
          ...[...sent].map(([id, application]) => wireApplication(world, id, application, byMe)),
        ],
        unreadCount: [...received.values()].filter(({ isRead }) => !isRead).length,
      };
    },

    add: (userID, request) => {
      const { to } = request;
      const me = world.user(userID);
      const other = world.users.get(to);
      if (other === undefined) return PEOPLE_REFUSAL.NO_SUCH_ACCOUNT;
      if (to === userID || me.relations.friends.has(to) || isTooLong(request)) return PEOPLE_REFUSAL.INVALID;
      if (me.relations.blocked.has(to)) return PEOPLE_REFUSAL.BLOCKED_BY_SELF;
      if (other.relations.blocked.has(userID)) return PEOPLE_REFUSAL.BLOCKED_BY_OTHER;
      if (me.adminForbidType === TYPES.FORBID_TYPE_SEND_OUT) return PEOPLE_REFUSAL.REQUESTS_DENIED;
      if (other.allowType === TYPES.ALLOW_TYPE_DENY_ANY) return PEOPLE_REFUSAL.REQUESTS_DENIED;
      if (other.allowType === TYPES.ALLOW_TYPE_NEED_CONFIRM) {
        apply(userID, request);
        return PEOPLE_REFUSAL.CONFIRMATION_NEEDED;
      }
      settle(to, userID);
      befriend(userID, to, request);
      if (request.isMutual) befriend(to, userID, { source: request.source });
      return 0;
    },

    remove: (userID, friendIDs, isMutual) =>
      friendIDs.map((friendID) => {
        if (!relationsOf(userID).friends.has(friendID))
          return { userID: friendID, code: PEOPLE_REFUSAL.NOT_A_FRIEND };
        forget(userID, friendID);
        if (isMutual) forget(friendID, userID);
        return { userID: friendID, code: 0 };
      }),

    relation: (userID, otherID, isMutual) => {
      const other = world.users.get(otherID);
      if (other === undefined) return undefined;
      const hasOther = relationsOf(userID).friends.has(otherID);
      const isHad = isMutual && other.relations.friends.has(userID);
      if (hasOther) return isHad ? TYPES.SNS_TYPE_BOTH_WAY : TYPES.SNS_TYPE_A_WITH_B;
      return isHad ? TYPES.SNS_TYPE_B_WITH_A : TYPES.SNS_TYPE_NO_RELATION;
    },

    update: (userID, friendID, { remark, customFields }, except) => {
      const friendship = relationsOf(userID).friends.get(friendID);
      if (friendship === undefined || bytesOf(remark ?? '') > LIMITS.remark) return PEOPLE_REFUSAL.INVALID;
      if (remark !== undefined) friendship.remark = remark;
      for (const { key, value } of customFields) friendship.customFields.set(key, value);
      notify(userID, { kind: 'friendUpdated', friend: wireFriend(world, userID, friendID) }, except);
      return 0;
    },

    respond: (userID, fromID, answer, remark = '') => {
      const application = relationsOf(userID).received.get(fromID);
      if (application === undefined) return PEOPLE_REFUSAL.NO_SUCH_REQUEST;
      settle(userID, fromID);
      if (answer === undefined) return 0;
      befriend(fromID, userID, application);
      if (answer === TYPES.SNS_APPLICATION_AGREE_AND_ADD) {
        befriend(userID, fromID, { remark }); // the source is the asker's
      }
      return 0;
    },

    deleteApplication: (userID, otherID, type) => {
      const { received, sent } = relationsOf(userID);
      const list = type === TYPES.SNS_APPLICATION_SENT_BY_ME ? sent : received;
      if (!list.delete(otherID)) return PEOPLE_REFUSAL.NO_SUCH_REQUEST;
      notify(userID, { kind: 'applicationsDeleted' });
      return 0;
    },

    readApplications: (userID) => {
      for (const application of relationsOf(userID).received.values()) application.isRead = true;
      notify(userID, { kind: 'applicationsRead' });
    },

    befriend,

    part: (userID, otherID) => {
      forget(userID, otherID);
      forget(otherID, userID);
    },
  };
}

/** Bytes. */
const LIMITS = { wording: 256, remark: 96, groupName: 30 } as const;

function isTooLong({ wording, remark, groupName }: FriendRequest): boolean {
  return (
    bytesOf(wording) > LIMITS.wording ||
    bytesOf(remark) > LIMITS.remark ||
    bytesOf(groupName) > LIMITS.groupName
  );
}

function wireFriend(world: World, userID: string, friendID: string): WireFriend {
  const friendship = world.user(userID).relations.friends.get(friendID);
  return {
    userID: friendID,
    remark: friendship?.remark ?? '',
    groupList: [...(friendship?.groupNames ?? [])],
    source: friendship?.source ?? '',
    addTime: friendship?.addTime ?? 0,
    friendCustomField: [...(friendship?.customFields ?? [])].map(([key, value]) => ({ key, value })),
    profile: fullProfileOf(world.user(friendID)),
  };
}

function wireApplication(
  world: World,
  userID: string,
  { time, source, wording }: Application,
  type: string,
): WireApplication {
  const { nick, avatar } = world.user(userID);
  return { userID, nick, avatar, time, source, wording, type };
}
