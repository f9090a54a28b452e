import { operationOf } from '../sdk/call-sdk.ts';
import type { SdkMethod } from '../sdk/call-sdk.ts';
import { TYPES } from '../sdk/constants.ts';
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
  const operation = operationOf(method);
  requireBytes(operation, options, { name: 30, avatar: 100, introduction: 240, notification: 300 });
  const { JOIN_OPTIONS_FREE_ACCESS, JOIN_OPTIONS_NEED_PERMISSION, JOIN_OPTIONS_DISABLE_APPLY } = TYPES;
  requireOneOf(operation, options, {
    joinOption: [JOIN_OPTIONS_FREE_ACCESS, JOIN_OPTIONS_NEED_PERMISSION, JOIN_OPTIONS_DISABLE_APPLY],
    inviteOption: [
      TYPES.INVITE_OPTIONS_FREE_ACCESS,
      TYPES.INVITE_OPTIONS_NEED_PERMISSION,
      TYPES.INVITE_OPTIONS_DISABLE_INVITE,
    ],
  });
  if (options.maxMemberNum !== undefined)
    requireWhole(operation, 'maxMemberNum', options.maxMemberNum, 1, Number.MAX_SAFE_INTEGER); // the plan decides
  if (options.joinOption !== undefined && FIXED.has(type))
    throw invalid(operation, `groups of type ${type} have no joinOption: Public and Community have`);
}

const FIXED: ReadonlySet<string | undefined> = new Set([
  TYPES.GRP_WORK,
  TYPES.GRP_MEETING,
  TYPES.GRP_AVCHATROOM,
]);

/** Throws `INVALID_ARGUMENT` for an AVChatRoom: what the SDK refuses by itself there, without a word. */
export function refuseRoom(method: SdkMethod, type: string | undefined): void {
  if (type === TYPES.GRP_AVCHATROOM)
    throw invalid(operationOf(method), `groups of type ${type} do not allow it`);
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
  const operation = operationOf(method);
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0)
    throw invalid(operation, 'groupAttributes must be an object with at least one key');
  for (const [key, value] of Object.entries(given)) {
    requireBytes(
      operation,
      { [`the value of ${key}`]: value ?? 0 },
      { [`the value of ${key}`]: MOST_VALUE_BYTES },
    );
    requireBytes(operation, { [`the key ${key}`]: key }, { [`the key ${key}`]: MOST_KEY_BYTES });
  }
  const all = Object.entries({ ...present, ...given });
  if (all.length > MOST_KEYS)
    throw invalid(
      operation,
      `the group would have ${all.length} attributes: at most ${MOST_KEYS} are allowed`,
    );
  const bytes = all.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  if (bytes > MOST_BYTES)
    throw invalid(
      operation,
      `the group's attributes would have ${bytes} bytes: at most ${MOST_BYTES} are allowed`,
    );
}

/** Throws `INVALID_ARGUMENT` where nothing is to be changed. */
export function requireSome(method: SdkMethod, options: object): void {
  if (Object.keys(options).length === 0) throw invalid(operationOf(method), 'nothing is to be changed');
}
