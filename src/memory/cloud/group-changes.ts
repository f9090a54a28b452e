import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Connection } from './connection.ts';
import { groupConversationID } from './conversation-ids.ts';
import { createGroup, createMember, type Group, type GroupProfileFields } from './group.ts';
import { rulesOf } from './group-rules.ts';
import { type GroupTips, NOTICE } from './group-tips.ts';
import type { CustomField } from './people-wire.ts';
import { inboxEntry, type World } from './world.ts';

/** A group to be. */
export type NewGroup = Pick<Group, 'groupID' | 'type' | 'ownerID'> &
  Partial<GroupProfileFields & Pick<Group, 'isSupportTopic'>>;

/** What changes of a profile; what is left out stays. */
export type ProfileChange = { readonly [Field in keyof GroupProfileFields]?: GroupProfileFields[Field] } & {
  readonly groupCustomField?: readonly CustomField[];
};

/**
 * What happens to groups and their members: each step changes the world and tells everyone whom it concerns, by the
 * rules of the group's type. Nobody's permission is asked here: `operatorID` is who is said to have done it.
 */
export interface GroupChanges {
  readonly create: (options: NewGroup) => Group;
  /** Lets users in, in silence. Throws where the group is full. */
  readonly put: (group: Group, userIDs: readonly string[]) => void;
  /** One comes in alone, by an application; the operator is who has accepted it, or the joiner. */
  readonly join: (group: Group, userID: string, operatorID: string) => void;
  readonly invite: (group: Group, userIDs: readonly string[], operatorID: string) => void;
  readonly quit: (group: Group, userID: string, except?: Connection) => void;
  readonly kick: (group: Group, userIDs: readonly string[], operatorID: string, reason?: string) => void;
  readonly dismiss: (group: Group, operatorID: string, except?: Connection) => void;
  readonly handOver: (group: Group, newOwnerID: string, operatorID: string) => void;
  readonly setProfile: (group: Group, change: ProfileChange, operatorID: string) => void;
  /** `TYPES.GRP_MBR_ROLE_ADMIN` or `_MEMBER`. */
  readonly setRole: (group: Group, userID: string, role: string, operatorID: string) => void;
  /** For so many seconds from now; 0 ends it. */
  readonly mute: (group: Group, userID: string, seconds: number, operatorID: string) => void;
}

/** The one writer of groups and their members. */
export function createGroupChanges(world: World, { tip, notify }: GroupTips): GroupChanges {
  const nowSeconds = (): number => Math.floor(world.now() / 1000);

  const tellOfMembers = (
    group: Group,
    operationType: number,
    operatorID: string,
    userIDList: readonly string[],
    more: object = {},
  ): void => {
    if (rulesOf(group).tellsOfMembers) tip(group, { operationType, operatorID, userIDList, more });
  };

  const put: GroupChanges['put'] = (group, userIDs) => {
    if (group.members.size + userIDs.length > group.maxMemberCount) throw sdkError(SERVER_REFUSAL.GROUP_FULL);
    for (const userID of userIDs) {
      const user = world.user(userID);
      group.members.set(userID, createMember(group, userID, nowSeconds()));
      if (group.type !== TYPES.GRP_AVCHATROOM) inboxEntry(user, groupConversationID(group.groupID));
    }
  };

  const memberNum = (group: Group): object => ({
    memberNum: group.members.size,
    memberCount: group.members.size,
  });

  const letGo = (group: Group, userID: string): void => {
    group.members.delete(userID);
    if (group.ownerID === userID) group.ownerID = '';
    world.user(userID).inbox.get(groupConversationID(group.groupID))?.unread.clear();
  };

  return {
    put,

    create: (options) => {
      const { maxMemberCount, joinOption } = rulesOf(options);
      const group = createGroup({
        name: options.groupID,
        avatar: '',
        introduction: '',
        notification: '',
        joinOption,
        maxMemberCount,
        muteAllMembers: false,
        ...options,
        createTime: nowSeconds(),
      });
      world.groups.set(group.groupID, group);
      put(group, [group.ownerID]);
      return group;
    },

    join: (group, userID, operatorID) => {
      put(group, [userID]);
      tellOfMembers(group, TYPES.GRP_TIP_MBR_JOIN, operatorID, [userID], {
        groupJoinType: 1,
        ...memberNum(group),
      });
    },

    invite: (group, userIDs, operatorID) => {
      put(group, userIDs);
      tellOfMembers(group, TYPES.GRP_TIP_MBR_JOIN, operatorID, userIDs, {
        groupJoinType: 2,
        ...memberNum(group),
      });
      for (const to of userIDs) notify(group, { operationType: NOTICE.INVITED, operatorID, to });
    },

    quit: (group, userID, except) => {
      letGo(group, userID);
      tellOfMembers(group, TYPES.GRP_TIP_MBR_QUIT, userID, [userID], memberNum(group));
      notify(group, { operationType: NOTICE.QUIT, operatorID: userID, to: userID, except });
    },

    kick: (group, userIDs, operatorID, reason = '') => {
      for (const userID of userIDs) letGo(group, userID);
      tellOfMembers(group, TYPES.GRP_TIP_MBR_KICKED_OUT, operatorID, userIDs, memberNum(group));
      for (const to of userIDs) {
        notify(group, { operationType: NOTICE.KICKED, operatorID, to, more: { handleMessage: reason } });
      }
    },

    dismiss: (group, operatorID, except) => {
      for (const { communityID, groupID } of world.groups.values()) {
        if (communityID === group.groupID) world.groups.delete(groupID);
      }
      world.groups.delete(group.groupID);
      for (const to of group.memberIDs) {
        letGo(group, to);
        notify(group, { operationType: NOTICE.DISMISSED, operatorID, to, except });
      }
    },

    handOver: (group, newOwnerID, operatorID) => {
      const before = group.members.get(group.ownerID);
      if (before !== undefined) before.role = TYPES.GRP_MBR_ROLE_MEMBER;
      group.ownerID = newOwnerID;
      const member = group.members.get(newOwnerID);
      if (member !== undefined) member.role = TYPES.GRP_MBR_ROLE_OWNER;
      const more = { newGroupProfile: { ownerID: newOwnerID } };
      tip(group, { operationType: TYPES.GRP_TIP_GRP_PROFILE_UPDATED, operatorID, more });
    },

    setProfile: (group, { groupCustomField, ...fields }, operatorID) => {
      Object.assign(group, fields, { lastInfoTime: nowSeconds() });
      for (const { key, value } of groupCustomField ?? []) group.customFields.set(key, value);
      const { name, ...others } = fields;
      const more = {
        newGroupProfile: {
          ...(name !== undefined && { groupName: name }),
          ...others,
          ...(groupCustomField && { groupCustomField }),
        },
      };
      tip(group, { operationType: TYPES.GRP_TIP_GRP_PROFILE_UPDATED, operatorID, more });
    },

    setRole: (group, userID, role, operatorID) => {
      const member = group.members.get(userID);
      if (member === undefined || member.role === role) return;
      member.role = role;
      const isAdmin = role === TYPES.GRP_MBR_ROLE_ADMIN;
      const operationType = isAdmin ? NOTICE.MADE_ADMIN : NOTICE.NO_MORE_ADMIN;
      const tipType = isAdmin ? TYPES.GRP_TIP_MBR_SET_ADMIN : TYPES.GRP_TIP_MBR_CANCELED_ADMIN;
      tellOfMembers(group, tipType, operatorID, [userID]);
      notify(group, { operationType, operatorID, to: userID });
    },

    mute: (group, userID, seconds, operatorID) => {
      const member = group.members.get(userID);
      if (member === undefined) return;
      member.muteUntil = seconds === 0 ? 0 : nowSeconds() + seconds;
      tip(group, {
        operationType: TYPES.GRP_TIP_MBR_PROFILE_UPDATED,
        operatorID,
        userIDList: [userID],
        members: { muteTime: seconds },
      });
    },
  };
}
