import type { RawConversation } from './driver.ts';

/** The fields of a row of the conversation list that the SDK changes in place. */
interface Row extends RawConversation {
  readonly type: string;
  readonly lastMessage: LastMessage;
  readonly peerReadTime: number;
  readonly groupAtInfoList: readonly unknown[];
  readonly remark: string;
  readonly isPinned: boolean;
  readonly messageRemindType: string;
  readonly markList: readonly unknown[];
  readonly customData: string;
  readonly conversationGroupList: readonly unknown[];
  readonly userProfile?: Profile;
  readonly groupProfile?: Group;
}

interface LastMessage {
  readonly lastTime: number;
  readonly lastSequence: number;
  readonly fromAccount: string;
  readonly messageForShow: string;
  readonly type: string;
  readonly payload: object;
  readonly cloudCustomData: string;
  readonly isRevoked: boolean;
  readonly onlineOnlyFlag: boolean;
  readonly nick: string;
  readonly nameCard: string;
  readonly version: number;
  readonly isPeerRead: boolean;
  readonly revoker: string | null;
}

interface Profile {
  readonly nick: string;
  readonly avatar: string;
  readonly gender: string;
  readonly birthday: number;
  readonly location: string;
  readonly selfSignature: string;
  readonly allowType: string;
  readonly language: number;
  readonly messageSettings: number;
  readonly adminForbidType: string;
  readonly level: number;
  readonly role: number;
  readonly lastUpdatedTime: number;
  readonly profileCustomField: readonly unknown[];
}

interface Group {
  readonly name: string;
  readonly avatar: string;
  readonly type: string;
  readonly introduction: string;
  readonly notification: string;
  readonly ownerID: string;
  readonly nextMessageSeq: number;
  readonly memberCount: number;
  readonly maxMemberCount: number;
  readonly joinOption: string;
  readonly inviteOption: string;
  readonly muteAllMembers: boolean;
  readonly isSupportTopic: boolean;
  readonly groupCustomField: readonly unknown[];
}

/**
 * Whether two rows are the same: field by field, and into their own objects, written out by hand, as nothing compares
 * faster. The limit that an event of the conversation list is held against.
 */
export function isSameRow(one: RawConversation, other: RawConversation): boolean {
  const a = one as Row;
  const b = other as Row;
  return (
    a.conversationID === b.conversationID &&
    a.unreadCount === b.unreadCount &&
    a.type === b.type &&
    a.peerReadTime === b.peerReadTime &&
    a.remark === b.remark &&
    a.isPinned === b.isPinned &&
    a.messageRemindType === b.messageRemindType &&
    a.customData === b.customData &&
    isSameLast(a.lastMessage, b.lastMessage) &&
    isSameProfile(a.userProfile, b.userProfile) &&
    isSameGroup(a.groupProfile, b.groupProfile) &&
    isSameList(a.groupAtInfoList, b.groupAtInfoList) &&
    isSameList(a.markList, b.markList) &&
    isSameList(a.conversationGroupList, b.conversationGroupList)
  );
}

/** A copy to compare with later: the SDK changes its rows, and the objects in them, in place. */
export function copyRow(row: RawConversation): RawConversation {
  const { lastMessage, userProfile, groupProfile } = row as Row;
  return {
    ...row,
    lastMessage: { ...lastMessage, payload: { ...lastMessage.payload } },
    ...(userProfile && { userProfile: { ...userProfile } }),
    ...(groupProfile && { groupProfile: { ...groupProfile } }),
  };
}

function isSameLast(a: LastMessage, b: LastMessage): boolean {
  return (
    a.lastTime === b.lastTime &&
    a.lastSequence === b.lastSequence &&
    a.fromAccount === b.fromAccount &&
    a.messageForShow === b.messageForShow &&
    a.type === b.type &&
    a.cloudCustomData === b.cloudCustomData &&
    a.isRevoked === b.isRevoked &&
    a.onlineOnlyFlag === b.onlineOnlyFlag &&
    a.nick === b.nick &&
    a.nameCard === b.nameCard &&
    a.version === b.version &&
    a.isPeerRead === b.isPeerRead &&
    a.revoker === b.revoker &&
    isSamePlain(a.payload, b.payload)
  );
}

function isSameProfile(a: Profile | undefined, b: Profile | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.nick === b.nick &&
    a.avatar === b.avatar &&
    a.gender === b.gender &&
    a.birthday === b.birthday &&
    a.location === b.location &&
    a.selfSignature === b.selfSignature &&
    a.allowType === b.allowType &&
    a.language === b.language &&
    a.messageSettings === b.messageSettings &&
    a.adminForbidType === b.adminForbidType &&
    a.level === b.level &&
    a.role === b.role &&
    a.lastUpdatedTime === b.lastUpdatedTime &&
    isSameList(a.profileCustomField, b.profileCustomField)
  );
}

function isSameGroup(a: Group | undefined, b: Group | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.name === b.name &&
    a.avatar === b.avatar &&
    a.type === b.type &&
    a.introduction === b.introduction &&
    a.notification === b.notification &&
    a.ownerID === b.ownerID &&
    a.nextMessageSeq === b.nextMessageSeq &&
    a.memberCount === b.memberCount &&
    a.maxMemberCount === b.maxMemberCount &&
    a.joinOption === b.joinOption &&
    a.inviteOption === b.inviteOption &&
    a.muteAllMembers === b.muteAllMembers &&
    a.isSupportTopic === b.isSupportTopic &&
    isSameList(a.groupCustomField, b.groupCustomField)
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Of the few fields of a payload, which differ by its type. */
function isSamePlain(a: object, b: object): boolean {
  for (const key in b)
    if ((a as Record<string, unknown>)[key] !== (b as Record<string, unknown>)[key]) return false;
  return true;
}
