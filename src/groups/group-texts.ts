import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';
import type { GroupSystemNoticePayload } from './group-notice.ts';
import type { GroupTipMember, GroupTipPayload } from './group-tip.ts';

/** How the lines are made. */
export interface GroupTextOptions<Words> {
  /** What a user is called; the user ID unless told. */
  readonly names?: (userID: string) => string;
  /** Lines of your own, by operation type, 0 for all others; the English ones stand for those that are missing. */
  readonly texts?: GroupTexts<Words> | undefined;
}

/** A line, or what makes it, by operation type; 0 for those that are not in here. */
export type GroupTexts<Words> = Readonly<Record<number, string | ((words: Words) => string)>>;

/** What the line of a tip is made of. */
export interface GroupTipWords extends GroupTipPayload {
  /** What the operator is called. */
  readonly operator: string;
  /** What those are called to whom it was done, joined by commas. */
  readonly users: string;
  /** The same for one of them. */
  readonly nameOf: (userID: string) => string;
}

/** What the line of a notice is made of. */
export interface GroupNoticeWords extends GroupSystemNoticePayload {
  /** What the operator is called. */
  readonly operator: string;
  /** What the group is called: its name, else its ID. */
  readonly group: string;
}

const TIPS: GroupTexts<GroupTipWords> = {
  0: '[Group notification]',
  [TYPES.GRP_TIP_MBR_JOIN]: ({ users }) => `${users} joined the group`,
  [TYPES.GRP_TIP_MBR_QUIT]: ({ users }) => `${users} left the group`,
  [TYPES.GRP_TIP_MBR_KICKED_OUT]: ({ operator, users }) => `${operator} removed ${users} from the group`,
  [TYPES.GRP_TIP_MBR_SET_ADMIN]: ({ users }) => `The following member(s) are now admins: ${users}`,
  [TYPES.GRP_TIP_MBR_CANCELED_ADMIN]: ({ users }) => `The following member(s) are no longer admins: ${users}`,
  [TYPES.GRP_TIP_GRP_PROFILE_UPDATED]: ({ operator, newGroupProfile, nameOf }) => {
    const { name, ownerID, muteAllMembers } = newGroupProfile;
    if (ownerID !== undefined) return `${nameOf(ownerID)} is now the owner of the group`;
    if (muteAllMembers !== undefined)
      return `${operator} ${muteAllMembers ? 'muted' : 'unmuted'} all members`;
    if (name !== undefined) return `${operator} renamed the group to ${name}`;
    return `${operator} changed the group profile`;
  },
  [TYPES.GRP_TIP_MBR_PROFILE_UPDATED]: ({ memberList, operator, users, nameOf }) =>
    memberList
      .filter(({ muteTime }) => muteTime !== undefined)
      .map((member) => muteLine(member, nameOf))
      .join('; ') || `${operator} changed the profile of ${users}`,
  [TYPES.GRP_TIP_BAN_AVCHATROOM_MEMBER]: ({ operator, users }) =>
    `${operator} banned ${users} from the group`,
  [TYPES.GRP_TIP_UNBAN_AVCHATROOM_MEMBER]: ({ operator, users }) =>
    `${operator} allowed ${users} to come back`,
};

const NOTICES: GroupTexts<GroupNoticeWords> = {
  0: '[Group system notification]',
  1: ({ operator, group }) => `${operator} requests to join ${group}`,
  2: ({ group }) => `You have successfully joined ${group}`,
  3: ({ group }) => `Your request to join ${group} has been denied`,
  4: ({ operator, group }) => `You have been removed from ${group} by ${operator}`,
  5: ({ operator, group }) => `${group} has been disbanded by ${operator}`,
  6: ({ operator, group }) => `${operator} has created ${group}`,
  7: ({ operator, group }) => `${operator} invites you to join ${group}`,
  8: ({ group }) => `You have withdrawn from ${group}`,
  9: ({ operator, group }) => `${operator} has made you an admin of ${group}`,
  10: ({ operator, group }) => `${operator} has removed you as an admin of ${group}`,
  21: ({ operator, group }) => `You have been banned from ${group} by ${operator}`,
  255: 'Custom system group notification',
};

/**
 * A group tip as a line to be shown in the group's timeline. `names` tells what a user is called, `texts` replaces the
 * English lines.
 *
 * @example
 * const names = (userID: string) => selectMemberName(store.getState(), 'team', userID);
 * groupTipText(message, { names }); // 'Alice removed Bob from the group'
 * groupTipText(message, { names, texts: { [TYPES.GRP_TIP_MBR_JOIN]: ({ users }) => `${users} ist beigetreten` } });
 */
export function groupTipText(
  tip: GroupTipPayload | TipMessage,
  options: GroupTextOptions<GroupTipWords> = {},
): string {
  const payload = 'payload' in tip ? tip.payload : tip;
  const nameOf = options.names ?? String;
  return lineOf(TIPS, options.texts, {
    ...payload,
    nameOf,
    operator: nameOf(payload.operatorID),
    users: payload.userIDList.map((userID) => nameOf(userID)).join(', '),
  });
}

/** A system notice as a line to be shown in the system conversation; as `groupTipText` does it. */
export function groupNoticeText(
  notice: GroupSystemNoticePayload | NoticeMessage,
  options: GroupTextOptions<GroupNoticeWords> = {},
): string {
  const payload = 'payload' in notice ? notice.payload : notice;
  const { groupName, groupID } = payload.groupProfile;
  return lineOf(NOTICES, options.texts, {
    ...payload,
    operator: (options.names ?? String)(payload.operatorID),
    group: groupName || groupID,
  });
}

type TipMessage = Extract<Message, { readonly type: 'TIMGroupTipElem' }>;
type NoticeMessage = Extract<Message, { readonly type: 'TIMGroupSystemNoticeElem' }>;

function lineOf<Words extends { readonly operationType: number }>(
  texts: GroupTexts<Words>,
  own: GroupTexts<Words> | undefined,
  words: Words,
): string {
  const { operationType } = words;
  const text = own?.[operationType] ?? texts[operationType] ?? own?.[0] ?? texts[0] ?? '';
  return typeof text === 'string' ? text : text(words);
}

function muteLine({ userID, muteTime }: GroupTipMember, nameOf: (userID: string) => string): string {
  return muteTime === 0
    ? `${nameOf(userID)} is no longer muted`
    : `${nameOf(userID)} was muted for ${muteTime} s`;
}
