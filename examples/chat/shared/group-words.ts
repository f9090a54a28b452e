import type { GroupMember, GroupPermissions, JoinedGroup } from 'tim-reactive';
import { TYPES } from 'tim-reactive';

/** The types that a group can be made with here. */
export const GROUP_TYPES = [
  { type: TYPES.GRP_WORK, label: 'Work group: members invite' },
  { type: TYPES.GRP_PUBLIC, label: 'Public group: admins let in' },
  { type: TYPES.GRP_MEETING, label: 'Meeting: open to everybody' },
  { type: TYPES.GRP_AVCHATROOM, label: 'Audio-video room: any number' },
] as const;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  [TYPES.GRP_WORK]: 'Work group',
  [TYPES.GRP_PUBLIC]: 'Public group',
  [TYPES.GRP_MEETING]: 'Meeting',
  [TYPES.GRP_AVCHATROOM]: 'Audio-video room',
  [TYPES.GRP_COMMUNITY]: 'Community',
};

/** What a type of group is called. */
export function typeName(type: string): string {
  return TYPE_NAMES[type] ?? 'Group';
}

/** The type, and how many are in it. */
export function groupLine(group: { readonly type: string; readonly memberCount: number }): string {
  const { type, memberCount } = group;
  return `${typeName(type)}, ${memberCount} ${memberCount === 1 ? 'member' : 'members'}`;
}

/** What became of a wish to join. */
export const JOIN_TEXTS: Readonly<Record<JoinedGroup['status'], string>> = {
  JoinedSuccess: 'You are in.',
  WaitAdminApproval: 'You have asked. An admin has to let you in.',
  AlreadyInGroup: 'You are in this group already.',
};

const RANKS: Readonly<Record<string, number>> = {
  [TYPES.GRP_MBR_ROLE_OWNER]: 3,
  [TYPES.GRP_MBR_ROLE_ADMIN]: 2,
};

/** What may be done to a member: what I may do in the group at all, and to those below me. */
export interface MemberRights {
  readonly canMute: boolean;
  readonly canSetAdmin: boolean;
  readonly canRemove: boolean;
  readonly canTransfer: boolean;
}

/** What I, who have this role, may do to a member. */
export function rightsOver(member: GroupMember, myRole: string, permissions: GroupPermissions): MemberRights {
  const isBelow = (RANKS[myRole] ?? 1) > (RANKS[member.role] ?? 1);
  return {
    canMute: isBelow && permissions.canMute,
    canSetAdmin: isBelow && permissions.canSetAdmin,
    canRemove: isBelow && permissions.canRemove,
    canTransfer: isBelow && permissions.canTransfer,
  };
}
