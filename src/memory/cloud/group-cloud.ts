import { bytesOf } from '../bytes-of.ts';
import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { type ApplicationCloud, createApplicationCloud } from './application-cloud.ts';
import { type AttributeCloud, createAttributeCloud } from './attribute-cloud.ts';
import type { Connection } from './connection.ts';
import { groupCard } from './describe-group.ts';
import type { Group, GroupProfileFields } from './group.ts';
import type { GroupChanges, ProfileChange } from './group-changes.ts';
import type { GroupDoor } from './group-door.ts';
import { rulesOf } from './group-rules.ts';
import type { GroupTips } from './group-tips.ts';
import type { GroupCard } from './group-wire.ts';
import type { Hub } from './hub.ts';
import { createMemberCloud, type MemberCloud } from './member-cloud.ts';
import type { CustomField } from './people-wire.ts';
import type { World } from './world.ts';

/** What a group is made of, as a client asks for it. */
export interface GroupRequest extends Partial<GroupProfileFields> {
  readonly type: string;
  readonly name: string;
  /** One is made up when it is left out. */
  readonly groupID?: string;
  readonly isSupportTopic?: boolean;
  readonly groupCustomField?: readonly CustomField[];
  readonly memberList?: readonly {
    readonly userID: string;
    readonly role?: string;
    readonly memberCustomField?: readonly CustomField[];
  }[];
}

/** Texts of a profile, by how many bytes they may have. */
const MAX_BYTES = { name: 30, avatar: 100, introduction: 240, notification: 300 } as const;

const MAX_MEMBERS_AT_ONCE = 500;

const UNLISTED: ReadonlySet<string> = new Set([TYPES.GRP_AVCHATROOM, TYPES.CONV_TOPIC]);

/**
 * What a client may ask of the server about groups, by the rules of each group's type. The first argument is who asks;
 * what is thrown is the refusal.
 */
export interface GroupCloud extends MemberCloud, AttributeCloud, ApplicationCloud {
  readonly isMember: (userID: string, groupID: string) => boolean;
  /** The user's communities that are talked in by topics. */
  readonly communities: (userID: string) => readonly GroupCard[];
  /** All other groups of the user but audio-video rooms. */
  readonly list: (userID: string) => readonly GroupCard[];
  /** Only for members, but for audio-video rooms. */
  readonly profile: (userID: string, groupID: string) => GroupCard;
  /** A work group is not found. */
  readonly search: (userID: string, groupID: string) => GroupCard;
  readonly create: (
    userID: string,
    request: GroupRequest,
  ) => { readonly card: GroupCard; readonly overLimitUserIDList: readonly string[] };
  readonly dismiss: (userID: string, groupID: string, connection: Connection) => void;
  readonly update: (userID: string, groupID: string, change: ProfileChange) => void;
  /** Nobody is in an audio-video room longer than the login lasts, but for its owner. In silence. */
  readonly leaveRooms: (userID: string) => void;
  /** Answers one of `TYPES.JOIN_STATUS_*`. */
  readonly join: (userID: string, groupID: string, note: string) => string;
  readonly quit: (userID: string, groupID: string, connection: Connection) => void;
  readonly handOver: (userID: string, groupID: string, newOwnerID: string) => void;
  /** How many members are logged in, and how many watch a room without being. */
  readonly onlineCount: (groupID: string) => number;
  /** Lets a client that is not logged in listen to an audio-video room; undefined for any other group. */
  readonly watch: (groupID: string, connection: Connection) => void;
}

/** The requests of one world. */
export function createGroupCloud(
  world: World,
  hub: Hub,
  door: GroupDoor,
  changes: GroupChanges,
  tips: GroupTips,
): GroupCloud {
  const card = (group: Group, userID: string): GroupCard => groupCard(group, world.user(userID));

  const newGroupID = ({ type }: GroupRequest): string => {
    const mark = type === TYPES.GRP_COMMUNITY ? '_@TGS#' : `${world.random(10)}`;
    return `@TGS#${mark}${world
      .random(2 ** 31)
      .toString(36)
      .toUpperCase()}`;
  };

  const applications = createApplicationCloud(world, door, changes, tips);

  const requireRoom = (userID: string): void => {
    if (door.hasTooMany(userID)) throw sdkError(SERVER_REFUSAL.TOO_MANY_GROUPS);
  };

  return {
    ...createMemberCloud(world, hub, door, changes),
    ...applications,
    ...createAttributeCloud(hub, door),

    isMember: (userID, groupID) => world.groups.get(groupID)?.members.has(userID) === true,

    list: (userID) =>
      [...world.groups.values()]
        .filter(({ members, type }) => members.has(userID) && !UNLISTED.has(type))
        .filter(({ isSupportTopic }) => !isSupportTopic)
        .map((group) => card(group, userID)),

    communities: (userID) =>
      [...world.groups.values()]
        .filter(({ members, isSupportTopic }) => members.has(userID) && isSupportTopic)
        .map((group) => card(group, userID)),

    profile: (userID, groupID) => {
      const group = door.group(groupID);
      if (group.type !== TYPES.GRP_AVCHATROOM) door.enter(groupID, userID);
      return card(group, userID);
    },

    search: (userID, groupID) => {
      const group = door.group(groupID);
      if (group.type === TYPES.GRP_WORK) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      return card(group, userID);
    },

    create: (userID, { memberList = [], groupCustomField = [], groupID, ...request }) => {
      const used = world.groups.get(groupID ?? '');
      if (used !== undefined || world.users.has(groupID ?? '')) {
        throw sdkError(SERVER_REFUSAL.GROUP_ID_IN_USE);
      }
      if (!fits(request) || memberList.length > MAX_MEMBERS_AT_ONCE) {
        throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
      }
      if (request.type !== TYPES.GRP_AVCHATROOM) requireRoom(userID);
      const group = changes.create({
        ...request,
        groupID: groupID ?? newGroupID({ ...request, groupCustomField }),
        ownerID: userID,
      });
      for (const { key, value } of groupCustomField) group.customFields.set(key, value);
      const known = memberList.filter((one) => one.userID !== userID && world.users.has(one.userID));
      const invited = known.filter((one) => !door.hasTooMany(one.userID));
      const overLimit = known.filter((one) => door.hasTooMany(one.userID));
      changes.put(
        group,
        invited.map((one) => one.userID),
      );
      for (const { userID: memberID, role, memberCustomField = [] } of invited) {
        const member = door.member(group, memberID);
        if (role === TYPES.GRP_MBR_ROLE_ADMIN && rulesOf(group).appoint.length > 0) member.role = role;
        for (const { key, value } of memberCustomField) member.customFields.set(key, value);
      }
      return { card: card(group, userID), overLimitUserIDList: overLimit.map((one) => one.userID) };
    },

    dismiss: (userID, groupID, connection) => {
      const { group } = door.allow(groupID, userID, 'dismiss');
      changes.dismiss(group, userID, connection);
    },

    update: (userID, groupID, change) => {
      const { group } = door.allow(groupID, userID, 'editProfile');
      const isTooLarge = (change.maxMemberCount ?? 0) > rulesOf(group).maxMemberCount;
      if (!fits(change) || isTooLarge) throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
      changes.setProfile(group, change, userID);
    },

    join: (userID, groupID, note) => {
      const group = door.group(groupID);
      // The owner of a room is one of its members before coming in.
      if (group.members.has(userID)) {
        if (group.type === TYPES.GRP_AVCHATROOM) return TYPES.JOIN_STATUS_SUCCESS;
        throw sdkError(SERVER_REFUSAL.ALREADY_MEMBER);
      }
      if (group.type !== TYPES.GRP_AVCHATROOM) requireRoom(userID);
      if (group.joinOption === TYPES.JOIN_OPTIONS_DISABLE_APPLY) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      if (group.joinOption === TYPES.JOIN_OPTIONS_NEED_PERMISSION) {
        applications.apply(group, userID, note);
        return TYPES.JOIN_STATUS_WAIT_APPROVAL;
      }
      changes.join(group, userID, userID);
      return TYPES.JOIN_STATUS_SUCCESS;
    },

    leaveRooms: (userID) => {
      for (const { members, ownerID, type } of world.groups.values()) {
        if (type === TYPES.GRP_AVCHATROOM && ownerID !== userID) members.delete(userID);
      }
    },

    quit: (userID, groupID, connection) => {
      const { group, self } = door.enter(groupID, userID);
      if (self.role === TYPES.GRP_MBR_ROLE_OWNER && !rulesOf(group).ownerMayQuit) {
        throw sdkError(SERVER_REFUSAL.OWNER_MAY_NOT_QUIT);
      }
      changes.quit(group, userID, connection);
    },

    handOver: (userID, groupID, newOwnerID) => {
      const { group } = door.allow(groupID, userID, 'handOver');
      door.member(group, newOwnerID);
      changes.handOver(group, newOwnerID, userID);
    },

    onlineCount: (groupID) => {
      const { memberIDs } = door.group(groupID);
      const members = [...memberIDs].filter((userID) => hub.of(userID).length > 0).length;
      return members + hub.watchers(groupID).length;
    },

    watch: (groupID, connection) => {
      const group = door.group(groupID);
      if (group.type !== TYPES.GRP_AVCHATROOM) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      connection.catchUp();
      hub.watch(groupID, connection);
    },
  };
}

function fits(profile: Partial<GroupProfileFields>): boolean {
  const texts = Object.entries(MAX_BYTES) as [keyof typeof MAX_BYTES, number][];
  return texts.every(([key, max]) => bytesOf(profile[key] ?? '') <= max);
}
