import type { Conversation, GroupBrief, LastMessage } from '../src/index.ts';
import type { RawConversation } from './driver.ts';

/** What the store keeps of a row, and of its peer: the SDK changes all of it in place. */
interface Row extends Conversation {
  readonly userProfile?: { readonly userID: string; readonly nick: string; readonly avatar: string };
}

/**
 * Whether two rows are the same in what the store keeps of them: field by field, written out by hand, as nothing compares
 * faster. The limit that an event of the conversation list is held against.
 */
export function isSameRow(one: RawConversation, other: RawConversation): boolean {
  const a = one as unknown as Row;
  const b = other as unknown as Row;
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
    isSamePeer(a.userProfile, b.userProfile) &&
    isSameGroup(a.groupProfile, b.groupProfile) &&
    isSameList(a.groupAtInfoList, b.groupAtInfoList) &&
    isSameList(a.markList, b.markList) &&
    isSameList(a.conversationGroupList, b.conversationGroupList)
  );
}

/** A copy to compare with later. */
export function copyRow(row: RawConversation): RawConversation {
  const { lastMessage, userProfile, groupProfile } = row as unknown as Row;
  return {
    ...row,
    ...(lastMessage && {
      lastMessage: { ...lastMessage, payload: { ...(lastMessage.payload as object) } },
    }),
    ...(userProfile && { userProfile: { ...userProfile } }),
    ...(groupProfile && { groupProfile: { ...groupProfile } }),
  };
}

function isSameLast(a: LastMessage | undefined, b: LastMessage | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.lastTime === b.lastTime &&
    a.lastSequence === b.lastSequence &&
    a.fromAccount === b.fromAccount &&
    a.nick === b.nick &&
    a.nameCard === b.nameCard &&
    a.messageForShow === b.messageForShow &&
    a.type === b.type &&
    a.isRevoked === b.isRevoked &&
    isSamePlain(a.payload as object, b.payload as object)
  );
}

function isSamePeer(a: Row['userProfile'], b: Row['userProfile']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.userID === b.userID && a.nick === b.nick && a.avatar === b.avatar;
}

function isSameGroup(a: GroupBrief | undefined, b: GroupBrief | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.groupID === b.groupID && a.name === b.name && a.avatar === b.avatar && a.type === b.type;
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
