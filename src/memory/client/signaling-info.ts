import { TYPES } from '../../sdk/constants.ts';
import type { Random } from '../random.ts';
import { SIGNALING } from '../signaling-names.ts';
import type { Message } from './message.ts';
import { property, textOf } from './validate.ts';

/** What a custom message says about an invitation: as JSON in its `data`. Field names are the vendor's. */
export interface Invitation {
  readonly businessID: number;
  readonly inviteID: string;
  /** '' outside groups. */
  readonly groupID: string;
  readonly inviter: string;
  readonly inviteeList: readonly string[];
  readonly data: string;
  /** One of `TSignaling.ACTION_TYPE_*`. */
  readonly actionType: number;
  /** Seconds; 0 for never. */
  readonly timeout: number;
}

/** Whether the SDK takes a message for one about an invitation: the words in it are enough. */
export function isSignaling({ type, payload, cloudCustomData }: Message): boolean {
  if (type !== TYPES.MSG_CUSTOM) return false;
  const data = textOf(payload['data']);
  return (
    cloudCustomData.includes('"type":"tsignaling"') ||
    (data.includes('inviteID') && data.includes('actionType'))
  );
}

/** What a message says; undefined where that is no JSON. What it leaves out has the SDK's default. */
export function invitationOf({ payload }: Message): Invitation | undefined {
  const said = parse(textOf(payload['data']));
  if (said === undefined) return undefined;
  const text = (key: string): string => textOf(property(said, key));
  const list = property(said, 'inviteeList');
  return {
    businessID: Number(property(said, 'businessID') ?? 1),
    inviteID: text('inviteID'),
    groupID: text('groupID'),
    inviter: text('inviter'),
    inviteeList: Array.isArray(list) ? list.map(String) : [],
    data: text('data'),
    actionType: Number(property(said, 'actionType') ?? SIGNALING.ACTION_TYPE_INVITE),
    timeout: Number(property(said, 'timeout') ?? 0),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Words of the application's data that keep the messages of an invitation out of counts and rows. */
const EXCLUDED = ['excludeFromHistoryMessage', 'excludeOriginalSignalingFromHistoryMessage'];
const EXCLUDED_TIMEOUT = ['excludeTimeoutSignalingFromHistoryMessage'];

/** Whether its message counts as unread nowhere, and no row shows it. */
export function isExcluded({ actionType, data }: Invitation): boolean {
  const words = actionType === SIGNALING.ACTION_TYPE_INVITE_TIMEOUT ? EXCLUDED_TIMEOUT : EXCLUDED;
  return words.some((word) => data.includes(word));
}

/** What a client says about an invitation. */
export function said(
  inviteID: string,
  actionType: number,
  { data = '', ...rest }: Partial<Omit<Invitation, 'data'>> & { readonly data?: string | undefined },
): Invitation {
  const blank = { businessID: 1, timeout: 0, groupID: '', inviter: '', inviteeList: [] };
  return { ...blank, ...rest, data, inviteID, actionType };
}

/** What every event of an invitation tells. */
export function base({ inviteID, inviter, groupID, data }: Invitation): object {
  return { inviteID, inviter, groupID, data };
}

/** Of the form of a UUID of version 4. */
export function newInviteID(random: Random): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${(8 + random(4)).toString(16)}${digits(3)}-${digits(12)}`;
}
