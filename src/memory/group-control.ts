import { TYPES } from '../sdk/constants.ts';
import type { Group, GroupProfileFields, Member } from './cloud/group.ts';
import type { GroupChanges, ProfileChange } from './cloud/group-changes.ts';
import { type GroupTips, NOTICE } from './cloud/group-tips.ts';
import type { Hub } from './cloud/hub.ts';
import type { TopicCloud } from './cloud/topic-cloud.ts';
import type { TopicChange } from './cloud/topic-wire.ts';
import type { World } from './cloud/world.ts';
import { requireUser } from './require-user.ts';

/** A group to add. All members have to be there already. */
export interface GroupOptions extends Partial<GroupProfileFields> {
  readonly ownerID: string;
  /** The owner is one in any case. */
  readonly memberIDs?: readonly string[];
  /** Those of the members who are admins. */
  readonly adminIDs?: readonly string[];
  /** By member. */
  readonly nameCards?: Readonly<Record<string, string>>;
  /** One of `TYPES.GRP_*`; 'Public' unless told. What else is left out is as the type has it. */
  readonly type?: string;
  /** Communities: it is talked in by topics only; see `addTopic`. */
  readonly isSupportTopic?: boolean;
  readonly groupCustomField?: Readonly<Record<string, string>>;
  /** By member. */
  readonly memberCustomField?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What others do in a group. Everybody is told who is told of it by the group's type; nobody's right is asked. */
export interface GroupHandle {
  /** They come in by themselves, without an application. */
  readonly join: (...userIDs: readonly string[]) => void;
  /** The operator, of this and all that follow: the owner unless told. */
  readonly invite: (userIDs: readonly string[], operatorID?: string) => void;
  readonly leave: (userID: string) => void;
  readonly kick: (userIDs: readonly string[], operatorID?: string, reason?: string) => void;
  readonly dismiss: (operatorID?: string) => void;
  readonly setProfile: (change: ProfileChange, operatorID?: string) => void;
  /** 'Admin' or 'Member'. */
  readonly setRole: (userID: string, role: string, operatorID?: string) => void;
  /** Seconds from now; 0 ends it. */
  readonly mute: (userID: string, seconds: number, operatorID?: string) => void;
  readonly handOver: (newOwnerID: string, operatorID?: string) => void;
  /** A notice of the application's own, to these members: `payload.userDefinedField`. */
  readonly notify: (text: string, userIDs: readonly string[]) => void;
  /** Custom data, past messages and history: ROOM_CUSTOM_DATA_RECEIVED, for clients of 3.x. */
  readonly sendRoomData: (data: string) => void;
  /** A community gets a topic. Answers its ID, to which messages can be sent; '@TOPIC#_' and more, if it is given. */
  readonly addTopic: (
    topic: TopicChange & { readonly topicName: string; readonly topicID?: string },
  ) => string;
  readonly deleteTopics: (...topicIDs: readonly string[]) => void;
  readonly updateTopic: (topicID: string, change: TopicChange) => void;
  /** In silence, as the real service does. */
  readonly setNameCard: (userID: string, nameCard: string) => void;
}

/** The server's methods about groups. They throw an `Error` for a group or a user that is not there. */
export interface GroupControl {
  /** Adds a group, in silence: it is in its members' lists from their next login, or its next message, on. */
  readonly addGroup: (groupID: string, options: GroupOptions) => void;
  /**
   * What others may do in a group.
   *
   * @example
   * server.group('g1').setProfile({ name: 'Renamed' });
   * server.group('g1').kick(['bob']);
   */
  readonly group: (groupID: string) => GroupHandle;
}

/** The control of one world. */
export function createGroupControl(
  world: World,
  changes: GroupChanges,
  tips: GroupTips,
  topics: TopicCloud,
  hub: Hub,
): GroupControl {
  const requireGroup = (groupID: string): Group => {
    const group = world.groups.get(groupID);
    if (group === undefined) throw new Error(`unable to find the group "${groupID}"; call addGroup first`);
    return group;
  };

  const requireMember = (group: Group, userID: string): Member => {
    const member = group.members.get(userID);
    if (member === undefined)
      throw new Error(`unable to find "${userID}"; not in the group "${group.groupID}"`);
    return member;
  };

  return {
    addGroup: (groupID, options) => {
      if (world.users.has(groupID) || world.groups.has(groupID)) {
        throw new Error(`unable to add the group "${groupID}"; a user or group has this ID`);
      }
      const { ownerID, memberIDs = [], adminIDs = [], nameCards = {}, type = TYPES.GRP_PUBLIC } = options;
      const { groupCustomField = {}, memberCustomField = {}, ...fields } = options;
      const others = [...new Set([...memberIDs, ...adminIDs])].filter((userID) => userID !== ownerID);
      for (const userID of [ownerID, ...others]) requireUser(world, userID);
      const group = changes.create({ ...profileFields(fields), groupID, ownerID, type });
      changes.put(group, others);
      for (const userID of adminIDs) requireMember(group, userID).role = TYPES.GRP_MBR_ROLE_ADMIN;
      for (const [userID, nameCard] of Object.entries(nameCards)) {
        requireMember(group, userID).nameCard = nameCard;
      }
      for (const [key, value] of Object.entries(groupCustomField)) group.customFields.set(key, value);
      for (const [userID, custom] of Object.entries(memberCustomField)) {
        const { customFields } = requireMember(group, userID);
        for (const [key, value] of Object.entries(custom)) customFields.set(key, value);
      }
    },

    group: (groupID) => {
      const group = requireGroup(groupID);
      const membersOf = (userIDs: readonly string[]): readonly string[] =>
        userIDs.map((userID) => requireMember(group, userID).userID);
      const newcomers = (userIDs: readonly string[]): readonly string[] =>
        userIDs.filter((userID) => !group.members.has(requireUser(world, userID).userID));
      return {
        join: (...userIDs) => {
          for (const userID of newcomers(userIDs)) changes.join(group, userID, userID);
        },
        invite: (userIDs, operatorID = group.ownerID) =>
          changes.invite(group, newcomers(userIDs), operatorID),
        leave: (userID) => changes.quit(group, requireMember(group, userID).userID),
        kick: (userIDs, operatorID = group.ownerID, reason = '') =>
          changes.kick(group, membersOf(userIDs), operatorID, reason),
        dismiss: (operatorID = group.ownerID) => changes.dismiss(group, operatorID),
        setProfile: (change, operatorID = group.ownerID) => changes.setProfile(group, change, operatorID),
        setRole: (userID, role, operatorID = group.ownerID) =>
          changes.setRole(group, requireMember(group, userID).userID, role, operatorID),
        mute: (userID, seconds, operatorID = group.ownerID) =>
          changes.mute(group, requireMember(group, userID).userID, seconds, operatorID),
        handOver: (newOwnerID, operatorID = group.ownerID) =>
          changes.handOver(group, requireMember(group, newOwnerID).userID, operatorID),
        notify: (text, userIDs) => {
          for (const to of membersOf(userIDs)) {
            const operationType = NOTICE.OWN;
            tips.notify(group, {
              operationType,
              operatorID: group.ownerID,
              to,
              more: { userDefinedField: text },
            });
          }
        },
        sendRoomData: (data) => {
          for (const userID of group.memberIDs) hub.push(userID, { kind: 'roomData', data });
        },
        addTopic: (topic) => topics.createTopic(group.ownerID, groupID, topic).topicID,
        deleteTopics: (...topicIDs) => void topics.deleteTopics(group.ownerID, groupID, topicIDs),
        updateTopic: (topicID, change) => void topics.updateTopic(group.ownerID, groupID, topicID, change),
        setNameCard: (userID, nameCard) => {
          requireMember(group, userID).nameCard = nameCard;
        },
      };
    },
  };
}

/** The fields of the profile that are given. */
function profileFields({
  ownerID: _ownerID,
  memberIDs: _memberIDs,
  adminIDs: _adminIDs,
  nameCards: _nameCards,
  type: _type,
  ...fields
}: GroupOptions): Partial<GroupProfileFields> {
  return fields;
}
