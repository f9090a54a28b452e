import { TYPES } from '../../sdk/constants.ts';
import { groupConversationID } from './conversation-ids.ts';
import type { Application, Group, Member } from './group.ts';
import type { ApplicationCard, GroupCard, MemberCard } from './group-wire.ts';
import { rulesOf } from './group-rules.ts';
import type { CustomField } from './people-wire.ts';
import { type User, viewOf, type World } from './world.ts';

/** The group as this user sees it. */
export function groupCard(group: Group, user: User): GroupCard {
  const { groupID, name, avatar, type, introduction, notification, ownerID, createTime } = group;
  const { lastInfoTime, maxMemberCount, joinOption, muteAllMembers } = group;
  const member = group.members.get(user.userID);
  const remindType = viewOf(user, groupConversationID(groupID)).remindType || TYPES.MSG_REMIND_ACPT_AND_NOTE;
  return {
    groupID,
    name,
    avatar,
    type,
    introduction,
    notification,
    ownerID,
    createTime,
    lastInfoTime,
    nextMessageSeq: group.lastSequence + 1,
    memberCount: group.members.size,
    maxMemberCount,
    joinOption,
    inviteOption:
      rulesOf(group).invite.length > 0
        ? TYPES.INVITE_OPTIONS_FREE_ACCESS
        : TYPES.INVITE_OPTIONS_DISABLE_INVITE,
    groupCustomField: customFields(group),
    muteAllMembers,
    isSupportTopic: group.isSupportTopic,
    self: member && { role: member.role, joinTime: member.joinTime, nameCard: member.nameCard, remindType },
  };
}

/** A member as the other members see it. */
export function memberCard(member: Member, { nick, avatar }: User, isOnline: boolean): MemberCard {
  const { userID, role, joinTime, nameCard, muteUntil } = member;
  const memberCustomField = customFields(member);
  return { userID, nick, avatar, role, joinTime, nameCard, muteUntil, memberCustomField, isOnline };
}

/** An application as those see it who may answer it. */
export function applicationCard(world: World, group: Group, application: Application): ApplicationCard {
  const { applicantID, note, key, authentication } = application;
  const { groupID, name: groupName } = group;
  const { nick } = world.user(applicantID);
  return { applicantID, applicantNick: nick, groupID, groupName, note, key, authentication };
}

function customFields({ customFields }: Pick<Member, 'customFields'>): readonly CustomField[] {
  return [...customFields].map(([key, value]) => ({ key, value }));
}
