import { listOf } from '../shared/read-record.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { numberOf, textOf } from '../shared/fields.ts';

/** The SDK's names of what can become of an invitation: its `TSignaling` table, without the numbers. */
export const SIGNALING_EVENT = {
  NEW_INVITATION_RECEIVED: 'newInvitationReceived',
  INVITEE_ACCEPTED: 'ts_invitee_accepted',
  INVITEE_REJECTED: 'ts_invitee_rejected',
  INVITATION_CANCELLED: 'ts_invitation_cancelled',
  INVITATION_TIMEOUT: 'ts_invitation_timeout',
  INVITATION_MODIFIED: 'ts_invitation_modified',
} as const;

/** Something that became of an invitation; `type` says what, and which fields mean something. */
export interface SignalingEvent extends SignalingEventData {
  readonly type: keyof typeof SIGNALING_EVENT;
}

/** What such an event tells; `''`, `[]` and false where it does not. */
export interface SignalingEventData {
  readonly inviteID: string;
  readonly inviter: string;
  /** `''` outside groups. */
  readonly groupID: string;
  /** What the inviter, or whoever answered, said with it. */
  readonly data: string;
  /** Who is invited; of a timeout, who did not answer. */
  readonly inviteeList: readonly string[];
  /** Who accepted or rejected it. */
  readonly invitee: string;
  /** Of a timeout: whether it is I who did not answer. */
  readonly isSelfTimeout: boolean;
}

/** What a message says about an invitation. Field names are the SDK's. */
export interface SignalingInfo {
  readonly inviteID: string;
  readonly inviter: string;
  readonly groupID: string;
  readonly inviteeList: readonly string[];
  readonly data: string;
  /** 1 invited, 2 cancelled, 3 accepted, 4 rejected, 5 timed out. */
  readonly actionType: number;
  /** Seconds. */
  readonly timeout: number;
}

/** How an event of an invitation is read. */
export const SIGNALING_DATA: RecordSchema<SignalingEventData> = {
  inviteID: textOf,
  inviter: textOf,
  groupID: textOf,
  data: textOf,
  inviteeList: listOf,
  invitee: textOf,
  isSelfTimeout: (live) => live === true,
};

/** How a message's invitation is read. */
export const SIGNALING_INFO: RecordSchema<SignalingInfo> = {
  inviteID: textOf,
  inviter: textOf,
  groupID: textOf,
  inviteeList: listOf,
  data: textOf,
  actionType: numberOf,
  timeout: numberOf,
};
