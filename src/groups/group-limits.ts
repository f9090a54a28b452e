import type { SdkMethod } from '../sdk/call-sdk.ts';
import * as TYPES from '../sdk/types.ts';
import { byteLength, invalid, requireBytes, requireOneOf, requireWhole } from '../shared/limits.ts';
import type { JoinOption } from './group.ts';

/** What members may read about a group, and by its rules change; the SDK's own names. */
export interface GroupProfileOptions {
  /** At most 30 bytes. */
  readonly name?: string;
  /** An address; at most 100 bytes. */
  readonly avatar?: string;
  /** At most 240 bytes. */
  readonly introduction?: string;
  /** At most 300 bytes. */
  readonly notification?: string;
  /** Public groups and communities only: work groups let nobody ask, meetings and AVChatRooms let everybody in. */
  readonly joinOption?: JoinOption;
  /** From 3.x on: `TYPES.INVITE_OPTIONS_*`. */
  readonly inviteOption?: 'FreeAccess' | 'NeedPermission' | 'DisableInvite';
  /** At most 6,000, but for communities and AVChatRooms. */
  readonly maxMemberNum?: number;
  /** Has to be enabled for the application. */
  readonly groupCustomField?: readonly { readonly key: string; readonly value: string }[];
}

/** Throws `INVALID_ARGUMENT` for a text or a number that is too long or large, and for an option that groups of this type do not have. */
export function requireProfile(
  method: SdkMethod,
  options: GroupProfileOptions,
  type: string | undefined,
): void {
  requireBytes(method, options, { name: 30, avatar: 100, introduction: 240, notification: 300 });
  requireOneOf(method, options, {
    joinOption: [
      TYPES.JOIN_OPTIONS_FREE_ACCESS,
      TYPES.JOIN_OPTIONS_NEED_PERMISSION,
      TYPES.JOIN_OPTIONS_DISABLE_APPLY,
    ],
    inviteOption: [
      TYPES.INVITE_OPTIONS_FREE_ACCESS,
      TYPES.INVITE_OPTIONS_NEED_PERMISSION,
      TYPES.INVITE_OPTIONS_DISABLE_INVITE,
    ],
  });
  if (options.maxMemberNum !== undefined) requireWhole(method, 'maxMemberNum', options.maxMemberNum, 1); // the plan decides
  if (options.joinOption !== undefined && FIXED.has(type))
    throw invalid(method, `groups of type ${type} have no joinOption: Public and Community have`);
}

const FIXED: ReadonlySet<string | undefined> = new Set([
  TYPES.GRP_WORK,
  TYPES.GRP_MEETING,
  TYPES.GRP_AVCHATROOM,
]);

/** Throws `INVALID_ARGUMENT` for an AVChatRoom: what the SDK refuses by itself there, without a word. */
export function refuseRoom(method: SdkMethod, type: string | undefined): void {
  if (type === TYPES.GRP_AVCHATROOM) throw invalid(method, `groups of type ${type} do not allow it`);
}

const MOST_KEYS = 16;
const MOST_KEY_BYTES = 32;
const MOST_VALUE_BYTES = 4096;
const MOST_BYTES = 16384;

/** Throws `INVALID_ARGUMENT` unless the given attributes, with those that are there, keep within the limits. */
export function requireAttributes(
  method: SdkMethod,
  given: Readonly<Record<string, string>>,
  present: Readonly<Record<string, string>> = {},
): void {
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0)
    throw invalid(method, 'groupAttributes must be an object with at least one key');
  for (const [key, value] of Object.entries(given)) {
    requireBytes(
      method,
      { [`the value of ${key}`]: value ?? 0 },
      { [`the value of ${key}`]: MOST_VALUE_BYTES },
    );
    requireBytes(method, { [`the key ${key}`]: key }, { [`the key ${key}`]: MOST_KEY_BYTES });
  }
  const all = Object.entries({ ...present, ...given });
  if (all.length > MOST_KEYS)
    throw invalid(method, `the group would have ${all.length} attributes: at most ${MOST_KEYS} are allowed`);
  const bytes = all.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  if (bytes > MOST_BYTES)
    throw invalid(
      method,
      `the group's attributes would have ${bytes} bytes: at most ${MOST_BYTES} are allowed`,
    );
}

/** Throws `INVALID_ARGUMENT` where nothing is to be changed. */
export function requireSome(method: SdkMethod, options: object): void {
  if (Object.keys(options).length === 0) throw invalid(method, 'nothing is to be changed');
}
