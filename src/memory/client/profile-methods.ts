import { TYPES } from '../../sdk/constants.ts';
import type { CustomField, ProfilePatch } from '../cloud/people-wire.ts';
import { PEOPLE_SDK_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { response, type SdkResponse } from './context.ts';
import type { UserProfile } from './profile.ts';
import type { Session } from './session.ts';
import { property, requireParams } from './validate.ts';

/** Profiles: the calls of the SDK. */
export interface ProfileMethods {
  /** From memory: the live object. */
  readonly getMyProfile: () => Promise<SdkResponse<UserProfile>>;
  /**
   * Leaves out users that do not exist. 2.x answers for the first 100 and cuts the caller's array to them; 3.x for the
   * first 1000, and those of users who are no friends from memory for ten minutes.
   */
  readonly getUserProfile: (options: {
    readonly userIDList: string[];
  }) => Promise<SdkResponse<readonly UserProfile[]>>;
  /** Rejects with 2721 for a field that does not exist, or whose value is of the wrong kind. */
  readonly updateMyProfile: (options: ProfilePatch) => Promise<SdkResponse<UserProfile>>;
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value);
const oneOf = (...values: readonly unknown[]) => {
  return (value: unknown): boolean => values.includes(value);
};

/** 500 bytes, which the SDK takes to be 250 characters, whatever they are. */
const isNick = (value: unknown): boolean => typeof value === 'string' && value.length <= 250;

/** The fields that there are, and what they take. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  nick: isNick,
  gender: oneOf(TYPES.GENDER_UNKNOWN, TYPES.GENDER_FEMALE, TYPES.GENDER_MALE),
  birthday: isNumber,
  location: isString,
  selfSignature: isString,
  allowType: oneOf(TYPES.ALLOW_TYPE_NEED_CONFIRM, TYPES.ALLOW_TYPE_ALLOW_ANY, TYPES.ALLOW_TYPE_DENY_ANY),
  language: isNumber,
  avatar: isString,
  messageSettings: oneOf(0, 1),
  adminForbidType: oneOf(TYPES.FORBID_TYPE_NONE, TYPES.FORBID_TYPE_SEND_OUT),
  level: isNumber,
  role: isNumber,
};

/** Wires the calls to the account that is logged in. */
export function createProfileMethods({ whenReady }: Session): ProfileMethods {
  return {
    getMyProfile: whenReady('getMyProfile', ({ context }) =>
      context.answer('getMyProfile', () => response(context.profile)),
    ),

    getUserProfile: whenReady('getUserProfile', ({ people }, options) => {
      requireParams(Array.isArray(property(options, 'userIDList')));
      return people.profiles.get(options.userIDList).then(response);
    }),

    updateMyProfile: whenReady('updateMyProfile', ({ people }, options) => {
      requireParams(options !== undefined && options !== null);
      const custom = property(options, 'profileCustomField');
      requireParams(custom === undefined || Array.isArray(custom));
      const code = refusalOf(options);
      if (code !== 0) return Promise.reject(sdkError(code));
      return people.profiles.updateMine(options).then(response);
    }),
  };
}

/** 0 when the profile can be set like that. */
function refusalOf(options: ProfilePatch): number {
  if (typeof options === 'number') return PEOPLE_SDK_REFUSAL.PROFILE_EMPTY;
  const { profileCustomField = [], ...fields } = options;
  const entries = Object.entries(fields);
  const isValid =
    Object.keys(options).length > 0 &&
    profileCustomField.every(isCustomField) &&
    entries.every(([key, value]) => FIELDS[key]?.(value) === true);
  if (!isValid) return PEOPLE_SDK_REFUSAL.PROFILE_INVALID;
  return entries.length + profileCustomField.length === 0 ? PEOPLE_SDK_REFUSAL.PROFILE_EMPTY : 0;
}

function isCustomField({ key, value }: Readonly<CustomField>): boolean {
  return isString(key) && key.includes('Tag_Profile_Custom') && isString(value);
}
