import { TYPES } from '../../sdk/constants.ts';
import type { CustomField, FullProfile } from '../cloud/people-wire.ts';
import type { Profile } from '../cloud/wire.ts';
import type { Group } from './group.ts';

/** A user's profile in the SDK's shape. */
export interface UserProfile {
  readonly userID: string;
  nick: string;
  gender: string;
  birthday: number;
  location: string;
  selfSignature: string;
  allowType: string;
  language: number;
  avatar: string;
  messageSettings: number;
  adminForbidType: string;
  level: number;
  role: number;
  /** When this client learned of it, milliseconds; 0 for a conversation's, which knows only nick and avatar. */
  lastUpdatedTime: number;
  profileCustomField: CustomField[];
}

/** A group's profile as a conversation carries it: a copy of the group, made now and then. */
export type GroupProfile = Omit<Group, 'memberNum' | 'maxMemberNum'>;

/** A new object in the SDK's shape, with the vendor's defaults for what is left out. */
export function userProfile(profile: Profile & Partial<FullProfile>, lastUpdatedTime = 0): UserProfile {
  return {
    userID: profile.userID,
    nick: profile.nick,
    gender: profile.gender ?? '',
    birthday: profile.birthday ?? 0,
    location: profile.location ?? '',
    selfSignature: profile.selfSignature ?? '',
    allowType: profile.allowType ?? TYPES.ALLOW_TYPE_ALLOW_ANY,
    language: profile.language ?? 0,
    avatar: profile.avatar,
    messageSettings: profile.messageSettings ?? 0,
    adminForbidType: profile.adminForbidType ?? TYPES.FORBID_TYPE_NONE,
    level: profile.level ?? 0,
    role: profile.role ?? 0,
    lastUpdatedTime,
    profileCustomField: (profile.profileCustomField ?? []).map(({ key, value }) => ({ key, value })),
  };
}

/** A copy of the group as it is now: the row has nothing of the live one. */
export function profileOfGroup(group: Group): GroupProfile {
  return JSON.parse(JSON.stringify(group)) as GroupProfile;
}
