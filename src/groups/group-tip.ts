import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { copyPlain } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord, recordsOf } from '../shared/read-record.ts';
import type { Group } from './group.ts';
import { isOn } from './normalize-group.ts';

/**
 * What a group tip (`TIMGroupTipElem`) tells all members: its message stands in the group's timeline. `groupTipText`
 * makes a line of it. Field names are the SDK's.
 */
export interface GroupTipPayload {
  /** `TYPES.GRP_TIP_*`: 1 joined, 2 quit, 3 kicked out, 4 and 5 admins, 6 group profile, 7 mutes; or what a later SDK adds. */
  readonly operationType: number;
  /** Who did it. */
  readonly operatorID: string;
  /** To whom it was done. */
  readonly userIDList: readonly string[];
  /** How many members there are now; 0 where it does not say. */
  readonly memberCount: number;
  readonly groupProfile: GroupNoticeProfile;
  /** What changed of the group's profile (6); empty otherwise. */
  readonly newGroupProfile: GroupProfileChange;
  /** To whom it was done, with what changed of them (7). */
  readonly memberList: readonly GroupTipMember[];
}

/** The group that a tip or a notice is about. */
export interface GroupNoticeProfile {
  readonly groupID: string;
  /** `''` where it does not say. */
  readonly groupName: string;
}

/** A member in a tip. */
export interface GroupTipMember {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
  /** For how many seconds the member was muted, 0: not any more; `undefined` where the tip is about something else. */
  readonly muteTime: number | undefined;
}

/** The fields of a group's profile that changed, by the names that they have in the state. */
export type GroupProfileChange = Partial<Pick<Group, ChangeableField>>;

type ChangeableField =
  | 'name'
  | 'avatar'
  | 'introduction'
  | 'notification'
  | 'ownerID'
  | 'joinOption'
  | 'inviteOption'
  | 'muteAllMembers'
  | 'groupCustomField';

const CHANGEABLE: readonly ChangeableField[] = [
  'name',
  'avatar',
  'introduction',
  'notification',
  'ownerID',
  'joinOption',
  'inviteOption',
  'muteAllMembers',
  'groupCustomField',
];

const MEMBER: RecordSchema<GroupTipMember> = {
  userID: textOf,
  nick: textOf,
  avatar: textOf,
  muteTime: (live) => (live === undefined ? undefined : numberOf(live)),
};

const TIP: RecordSchema<GroupTipPayload> = {
  operationType: numberOf,
  operatorID: textOf,
  userIDList: listOf,
  memberCount: numberOf,
  groupProfile: readNoticeProfile,
  newGroupProfile: (live) => {
    const { groupName, muteAllMembers: muted, ...raw } = recordOf(live);
    const muteAllMembers = muted === undefined ? muted : isOn(muted);
    const named: Readonly<Record<string, unknown>> = { name: groupName, muteAllMembers, ...raw };
    return copyPlain(Object.fromEntries(CHANGEABLE.map((key) => [key, named[key]]))) as GroupProfileChange;
  },
  memberList: recordsOf(MEMBER),
};

/**
 * A frozen copy of a tip's payload, the same whichever SDK it comes from; of a copy, an equal one. `groupID` is whose tip
 * it is: in those of the history lite does not say.
 */
export function readGroupTip(live: unknown, groupID = ''): GroupTipPayload {
  const raw = recordOf(live);
  const { groupProfile = { groupID } } = raw;
  // 2.x says `memberNum` in its declarations, and both on the wire; lite says `memberCount` alone.
  const memberCount = raw['memberCount'] ?? raw['memberNum'];
  return readRecord({ ...raw, groupProfile, memberCount }, TIP, 'a group tip');
}

/** What a tip or a notice says of its group: in notices 2.x and 3.x call the name `name`. */
export function readNoticeProfile(live: unknown): GroupNoticeProfile {
  const raw = recordOf(live);
  return Object.freeze({
    groupID: textOf(raw['groupID']),
    groupName: textOf(raw['groupName']) || textOf(raw['name']),
  });
}
