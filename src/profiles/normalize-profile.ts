import type { ActionContext } from '../action-context.ts';
import { numberOf, recordOf, requireText, textOf } from '../shared/fields.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord } from '../shared/read-record.ts';
import type { Profile, ProfileDetails, ProfileSighting, UserStatus } from './profile.ts';

const BRIEF: RecordSchema<Pick<Profile, 'userID' | 'nick' | 'avatar'>> = {
  userID: (live) => requireText(live, 'the ID of a user'),
  nick: textOf,
  avatar: textOf,
};

const FULL: RecordSchema<Profile & ProfileDetails> = {
  ...BRIEF,
  gender: textOf,
  birthday: numberOf,
  location: textOf,
  selfSignature: textOf,
  allowType: textOf,
  language: numberOf,
  messageSettings: numberOf,
  adminForbidType: textOf,
  level: numberOf,
  role: numberOf,
  profileCustomField: listOf,
};

const STATUS: RecordSchema<UserStatus> = {
  userID: BRIEF.userID,
  statusType: numberOf,
  customStatus: textOf,
};

/** A frozen copy of one of the SDK's profile objects. */
export function normalizeProfile(live: unknown): Profile {
  return readRecord(live, FULL, 'a profile');
}

/** Only the name and picture of it: all that some of the SDK's objects know. */
export function briefProfile(live: unknown): Profile {
  return readRecord(live, BRIEF, 'a profile');
}

/** A frozen copy of what the SDK knows of a user's presence. */
export function normalizeStatus(live: unknown): UserStatus {
  return readRecord(live, STATUS, 'a user status');
}

/**
 * Copies a list of the SDK's whole profiles, and tells how old they are: of strangers 3.x and lite answer what they have
 * kept for up to ten minutes, which must not undo what a message has shown since.
 */
export function readProfiles(
  context: Pick<ActionContext, 'readEach' | 'getState' | 'serverTime' | 'clock'>,
  live: unknown,
): { readonly profiles: readonly Profile[]; readonly sightings: readonly ProfileSighting[] } {
  const { session, friends } = context.getState();
  const now = context.serverTime();
  const offset = now - context.clock.now();
  const sightings = context.readEach(live, (item) => {
    const profile = normalizeProfile(item);
    const { userID } = profile;
    const isKept = userID !== session.userID && friends.byID.get(userID) === undefined;
    const kept = isKept ? numberOf(recordOf(item)['lastUpdatedTime']) : 0;
    return { profile, time: (kept === 0 ? now : kept + offset) / 1000 };
  });
  return {
    profiles: Object.freeze(sightings.map(({ profile }) => profile)),
    sightings: Object.freeze(sightings.map(({ profile, time }) => Object.freeze({ ...profile, time }))),
  };
}

/** Profiles as they are now, by the server's time; with the fraction, so that they beat messages of the same second. */
export function sightNow(
  { serverTime }: { readonly serverTime: () => number },
  profiles: readonly Profile[],
): readonly ProfileSighting[] {
  const time = serverTime() / 1000;
  return Object.freeze(profiles.map((profile) => Object.freeze({ ...profile, time })));
}
