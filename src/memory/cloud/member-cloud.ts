import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { memberCard } from './describe-group.ts';
import type { Group, Member } from './group.ts';
import type { GroupChanges } from './group-changes.ts';
import type { GroupDoor } from './group-door.ts';
import { outranks, rulesOf } from './group-rules.ts';
import type { MemberCard } from './group-wire.ts';
import type { Hub } from './hub.ts';
import type { CustomField } from './people-wire.ts';
import type { World } from './world.ts';

/** What came of inviting: each user is in one of the four. */
export interface Invitation {
  readonly successUserIDList: readonly string[];
  readonly failureUserIDList: readonly string[];
  readonly existedUserIDList: readonly string[];
  readonly overLimitUserIDList: readonly string[];
}

/** What changes of a member; what is left out stays. */
export interface MemberChange {
  readonly role?: string;
  /** Seconds from now. */
  readonly muteTime?: number;
  readonly nameCard?: string;
  readonly memberCustomField?: readonly CustomField[];
}

/** What a client may ask of the server about members. The first argument is who asks. */
export interface MemberCloud {
  /** From `offset` on, in the order in which they came; `role` leaves the others out. */
  readonly members: (
    userID: string,
    groupID: string,
    page: { readonly offset: number; readonly count: number; readonly role: string | undefined },
  ) => { readonly members: readonly MemberCard[]; readonly memberCount: number };
  /** Leaves out who is no member. */
  readonly memberProfiles: (
    userID: string,
    groupID: string,
    memberIDs: readonly string[],
  ) => readonly MemberCard[];
  readonly invite: (userID: string, groupID: string, invitedIDs: readonly string[]) => Invitation;
  readonly remove: (userID: string, groupID: string, memberIDs: readonly string[], reason: string) => void;
  readonly changeMember: (userID: string, groupID: string, memberID: string, change: MemberChange) => void;
  /** Answers who could be marked. Owners and admins of audio-video rooms only. */
  readonly mark: (
    userID: string,
    groupID: string,
    mark: { readonly markType: number; readonly isOn: boolean; readonly memberIDs: readonly string[] },
  ) => readonly string[];
}

/** Of an audio-video room only the first members can be seen. */
const SHOWN_IN_ROOM = 300;

const MAX_INVITED = 500;

/** The requests of one world. */
export function createMemberCloud(
  world: World,
  hub: Hub,
  door: GroupDoor,
  changes: GroupChanges,
): MemberCloud {
  const card = (member: Member): MemberCard =>
    memberCard(member, world.user(member.userID), hub.of(member.userID).length > 0);

  /** Everybody may change their own card and fields; owner and admins those of who ranks below them. */
  const requireOwnOrBelow = (self: Member, member: Member): void => {
    if (self !== member && !outranks(self.role, member.role)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
  };

  const requireRight = (group: Group, right: 'appoint' | 'mute', self: Member, member: Member): void => {
    const isAllowed = rulesOf(group)[right].includes(self.role) && outranks(self.role, member.role);
    if (!isAllowed) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
  };

  return {
    members: (userID, groupID, { offset, count, role }) => {
      const { group } = door.enter(groupID, userID);
      const all = [...group.members.values()].filter((member) => role === undefined || member.role === role);
      const shown = group.type === TYPES.GRP_AVCHATROOM ? all.slice(0, SHOWN_IN_ROOM) : all;
      return { members: shown.slice(offset, offset + count).map(card), memberCount: group.members.size };
    },

    memberProfiles: (userID, groupID, memberIDs) => {
      const { group } = door.enter(groupID, userID);
      return memberIDs.flatMap((memberID) => {
        const member = group.members.get(memberID);
        return member === undefined ? [] : [card(member)];
      });
    },

    invite: (userID, groupID, invitedIDs) => {
      const { group } = door.allow(groupID, userID, 'invite');
      if (invitedIDs.length > MAX_INVITED) throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
      const successUserIDList: string[] = [];
      const failureUserIDList: string[] = [];
      const existedUserIDList: string[] = [];
      const overLimitUserIDList: string[] = [];
      for (const invitedID of new Set(invitedIDs)) {
        if (group.members.has(invitedID)) existedUserIDList.push(invitedID);
        else if (door.hasTooMany(invitedID)) overLimitUserIDList.push(invitedID);
        else if (world.users.has(invitedID)) successUserIDList.push(invitedID);
        else failureUserIDList.push(invitedID);
      }
      if (successUserIDList.length > 0) changes.invite(group, successUserIDList, userID);
      return { successUserIDList, failureUserIDList, existedUserIDList, overLimitUserIDList };
    },

    remove: (userID, groupID, memberIDs, reason) => {
      const { group, self } = door.allow(groupID, userID, 'remove');
      const members = memberIDs.flatMap((memberID) => group.members.get(memberID) ?? []);
      if (members.some(({ role }) => !outranks(self.role, role))) {
        throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      }
      if (members.length === 0) throw sdkError(SERVER_REFUSAL.NO_SUCH_MEMBER);
      changes.kick(
        group,
        members.map((member) => member.userID),
        userID,
        reason,
      );
    },

    changeMember: (userID, groupID, memberID, { role, muteTime, nameCard, memberCustomField }) => {
      const { group, self } = door.enter(groupID, userID);
      const member = door.member(group, memberID);
      if (role !== undefined) {
        requireRight(group, 'appoint', self, member);
        changes.setRole(group, memberID, role, userID);
      }
      if (muteTime !== undefined) {
        requireRight(group, 'mute', self, member);
        changes.mute(group, memberID, muteTime, userID);
      }
      if (nameCard !== undefined || memberCustomField !== undefined) requireOwnOrBelow(self, member);
      if (nameCard !== undefined) member.nameCard = nameCard;
      for (const { key, value } of memberCustomField ?? []) member.customFields.set(key, value);
    },

    mark: (userID, groupID, { markType, isOn, memberIDs }) => {
      const { group, self } = door.enter(groupID, userID);
      const isAllowed = group.type === TYPES.GRP_AVCHATROOM && self.role !== TYPES.GRP_MBR_ROLE_MEMBER;
      if (!isAllowed) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      return memberIDs.filter((memberID) => {
        const marks = group.members.get(memberID)?.marks;
        if (isOn) marks?.add(markType);
        else marks?.delete(markType);
        return marks !== undefined;
      });
    },
  };
}
