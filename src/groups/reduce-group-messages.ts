import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';
import { NOTICE } from './group-notice.ts';
import type { GroupTipPayload } from './group-tip.ts';
import type { GroupPatch, GroupRole } from './group.ts';

/** What to do with what is told of groups. */
export interface GroupChanges {
  readonly patch: (groupID: string, patch: GroupPatch) => void;
  readonly drop: (groupID: string) => void;
}

/**
 * What live tips and notices tell of the groups that I, `userID`, am in. From history they tell nothing: what they speak
 * of is long past.
 */
export function reduceGroupMessages(
  messages: readonly Message[],
  userID: string | undefined,
  changes: GroupChanges,
): void {
  for (const { type, payload } of messages) {
    if (type === TYPES.MSG_GRP_TIP) onTip(payload, userID, changes);
    if (type !== TYPES.MSG_GRP_SYS_NOTICE) continue;
    const { operationType, groupProfile, messageRemindType } = payload;
    const { groupID } = groupProfile;
    const role = NOTICE_ROLES[operationType];
    if (GONE.has(operationType)) changes.drop(groupID);
    else if (role !== undefined) changes.patch(groupID, { selfInfo: { role } });
    else if (operationType === NOTICE.REMIND_TYPE && messageRemindType !== '')
      changes.patch(groupID, { selfInfo: { messageRemindType } });
  }
}

/** The notices after which I am not in the group any more. */
const GONE: ReadonlySet<number> = new Set([NOTICE.KICKED_OUT, NOTICE.DISMISSED, NOTICE.QUIT, NOTICE.BANNED]);

/** What a notice makes of me. */
export const NOTICE_ROLES: Readonly<Record<number, GroupRole>> = {
  [NOTICE.SET_ADMIN]: 'Admin',
  [NOTICE.CANCELED_ADMIN]: 'Member',
};

/** What a tip makes of those whom it names. */
export const TIP_ROLES: Readonly<Record<number, GroupRole>> = {
  [TYPES.GRP_TIP_MBR_SET_ADMIN]: 'Admin',
  [TYPES.GRP_TIP_MBR_CANCELED_ADMIN]: 'Member',
};

function onTip(
  { operationType, memberCount, userIDList, newGroupProfile, groupProfile }: GroupTipPayload,
  userID: string | undefined,
  { patch }: GroupChanges,
): void {
  const { groupID } = groupProfile;
  const role = TIP_ROLES[operationType];
  if (operationType <= TYPES.GRP_TIP_MBR_KICKED_OUT && memberCount > 0) patch(groupID, { memberCount });
  if (operationType === TYPES.GRP_TIP_GRP_PROFILE_UPDATED) patch(groupID, newGroupProfile);
  if (role !== undefined && userID !== undefined && userIDList.includes(userID))
    patch(groupID, { selfInfo: { role } });
}
