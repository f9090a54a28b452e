import { numberOf, textOf } from '../shared/fields.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { readRecord } from '../shared/read-record.ts';
import type { GroupNoticeProfile } from './group-tip.ts';
import { readNoticeProfile } from './group-tip.ts';

/**
 * What a system notice (`TIMGroupSystemNoticeElem`) tells me alone, in the system conversation. `groupNoticeText` makes
 * a line of it. Field names are the SDK's.
 */
export interface GroupSystemNoticePayload {
  /**
   * 1 somebody asks to join, 2 I was let in, 3 refused, 4 kicked out, 5 the group was dismissed, 6 created, 7 I was
   * invited, 8 I quit, 9 and 10 I am an admin or no longer, 20 my receive option, 21 banned; 255 the application's own.
   */
  readonly operationType: number;
  /** Who did it, or asks. */
  readonly operatorID: string;
  readonly groupProfile: GroupNoticeProfile;
  /** What the applicant, or who decided, says to it. */
  readonly handleMessage: string;
  /** Of 255. */
  readonly userDefinedField: string;
  /** Of 20; `''` otherwise. */
  readonly messageRemindType: string;
}

/** The numbers of the notices that change the state; the SDK has no names for them. */
export const NOTICE = {
  APPLICATION: 1,
  KICKED_OUT: 4,
  DISMISSED: 5,
  QUIT: 8,
  SET_ADMIN: 9,
  CANCELED_ADMIN: 10,
  REMIND_TYPE: 20,
  BANNED: 21,
} as const;

const SCHEMA: RecordSchema<GroupSystemNoticePayload> = {
  operationType: numberOf,
  operatorID: textOf,
  groupProfile: readNoticeProfile,
  handleMessage: textOf,
  userDefinedField: textOf,
  messageRemindType: textOf,
};

/** A frozen copy of a notice's payload, the same whichever SDK it comes from; of a copy, an equal one. */
export function readGroupNotice(live: unknown): GroupSystemNoticePayload {
  return readRecord(live ?? {}, SCHEMA, 'a group notice');
}
