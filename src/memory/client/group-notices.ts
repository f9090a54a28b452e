import { TYPES } from '../../sdk/constants.ts';
import { NOTICE } from '../cloud/group-tips.ts';
import type { CustomField } from '../cloud/people-wire.ts';
import type { Context } from './context.ts';
import { type Group, mergeCustomFields } from './group.ts';
import type { Groups } from './groups.ts';
import type { Members } from './members.ts';
import type { Message } from './message.ts';
import { property } from './validate.ts';

/** What tips and system notices do to the client's groups and members, beside being messages. */
export interface GroupNotices {
  /** Does nothing for a message that is neither. */
  readonly apply: (message: Message) => void;
  /** Asks the server for a group, and takes it up then. */
  readonly enter: (groupID: string) => void;
}

/** The effects for one login (read in the code of both generations, and measured). */
export function createGroupNotices(context: Context, groups: Groups, members: Members): GroupNotices {
  const { cloud, connection, flavour, userID, write } = context;

  const countMembers = (group: Group, memberCount: unknown): void => {
    if (typeof memberCount !== 'number' || group.memberCount === memberCount) return;
    write(group, { memberCount });
    groups.refreshRows([group]);
  };

  /** 2.x learns by it that this account is the owner, but leaves `ownerID` to the next look at the profile. */
  const changeOwner = (group: Group, ownerID: string): void => {
    if (ownerID !== userID) return;
    write(group.selfInfo, { role: TYPES.GRP_MBR_ROLE_OWNER });
    members.setRole(group.groupID, userID, TYPES.GRP_MBR_ROLE_OWNER);
    if (group.ownerID !== '') members.setRole(group.groupID, group.ownerID, TYPES.GRP_MBR_ROLE_MEMBER);
    if (flavour === '3.x') write(group, { ownerID });
  };

  const changeProfile = (group: Group, change: NewProfile, operator: Operator | undefined): void => {
    const { groupName: name, ownerID, groupCustomField = [], ...fields } = change;
    if (ownerID !== undefined) changeOwner(group, ownerID);
    mergeCustomFields(group.groupCustomField, groupCustomField);
    write(group, { ...fields, ...(name !== undefined && { name }) });
    // Only 3.x reads its own role off what it has done itself.
    const role = operator?.userID === userID ? ROLES[operator.role] : undefined;
    if (role !== undefined) write(group.selfInfo, { role });
    groups.announce();
    groups.refreshRows(groups.list());
  };

  const applyTip = ({ to: groupID, payload }: Message): void => {
    const group = groups.get(groupID);
    // Of an audio-video room tips are but messages.
    if (group === undefined || group.type === TYPES.GRP_AVCHATROOM) return;
    const userIDs = (payload['userIDList'] ?? []) as readonly string[];
    switch (payload['operationType']) {
      case TYPES.GRP_TIP_MBR_JOIN:
        countMembers(group, payload['memberNum']);
        return;
      case TYPES.GRP_TIP_MBR_QUIT:
      case TYPES.GRP_TIP_MBR_KICKED_OUT:
        countMembers(group, payload['memberNum']);
        members.remove(groupID, userIDs);
        return;
      case TYPES.GRP_TIP_MBR_SET_ADMIN:
        for (const id of userIDs) members.setRole(groupID, id, TYPES.GRP_MBR_ROLE_ADMIN);
        return;
      case TYPES.GRP_TIP_MBR_CANCELED_ADMIN:
        for (const id of userIDs) members.setRole(groupID, id, TYPES.GRP_MBR_ROLE_MEMBER);
        return;
      case TYPES.GRP_TIP_GRP_PROFILE_UPDATED:
        changeProfile(group, payload['newGroupProfile'] as NewProfile, payload['operatorInfo'] as Operator);
        return;
      case TYPES.GRP_TIP_MBR_PROFILE_UPDATED:
        for (const { userID: id, muteTime } of payload['memberList'] as readonly MutedMember[]) {
          members.mute(groupID, id, muteTime);
        }
        return;
    }
  };

  const enter = (groupID: string): void => {
    // 2.x asks for all groups.
    const asked =
      flavour === '2.x'
        ? connection.request(() => cloud.groups.list(userID)).then(groups.replaceAll)
        : connection.request(() => cloud.groups.profile(userID, groupID)).then(groups.put);
    asked
      .then(() => {
        groups.announce();
        groups.refreshRows(groups.list());
      })
      // Without an answer the next message tries again, or the next login.
      .catch(() => undefined);
  };

  const applyNotice = ({ payload }: Message): void => {
    const groupID = String(property(payload['groupProfile'], 'groupID'));
    const isHeld = groups.get(groupID) !== undefined;
    switch (payload['operationType']) {
      case NOTICE.ACCEPTED:
      case NOTICE.INVITED: {
        const isAsked = payload['operationType'] === NOTICE.INVITED && flavour === '3.x';
        if (!isHeld || isAsked) enter(groupID);
        return;
      }
      case NOTICE.KICKED:
      case NOTICE.DISMISSED:
      case NOTICE.QUIT:
        if (isHeld) groups.remove(groupID);
        return;
      case NOTICE.MADE_ADMIN:
        members.setRole(groupID, userID, TYPES.GRP_MBR_ROLE_ADMIN);
        return;
      case NOTICE.NO_MORE_ADMIN:
        members.setRole(groupID, userID, TYPES.GRP_MBR_ROLE_MEMBER);
        return;
    }
  };

  return {
    enter,
    apply: (message) => {
      if (message.type === TYPES.MSG_GRP_TIP) applyTip(message);
      if (message.type === TYPES.MSG_GRP_SYS_NOTICE) applyNotice(message);
    },
  };
}

/** The rest is named as in a group. */
interface NewProfile {
  readonly groupName?: string;
  readonly ownerID?: string;
  readonly groupCustomField?: readonly CustomField[];
}

/** 3.x only. */
interface Operator {
  readonly userID: string;
  readonly role: number;
}

const ROLES: Readonly<Record<number, string>> = { 400: 'Owner', 300: 'Admin', 200: 'Member' };

interface MutedMember {
  readonly userID: string;
  /** Seconds from now. */
  readonly muteTime: number;
}
