import { EVENT } from '../../sdk/constants.ts';
import type { FaultableMethod } from '../cloud/faultable-method.ts';
import type { CustomField, FullProfile, ProfilePatch } from '../cloud/people-wire.ts';
import type { Context } from './context.ts';
import { type UserProfile, userProfile } from './profile.ts';

/** The profiles that a client holds, as live objects: its own and the friends', for as long as the login lasts. */
export interface Profiles {
  /** Unknown users are left out. */
  readonly get: (userIDs: string[], method?: FaultableMethod) => Promise<readonly UserProfile[]>;
  /** Sets fields of this user's own. */
  readonly updateMine: (patch: ProfilePatch) => Promise<UserProfile>;
  /** Somebody has a new profile: this user by another client, or a friend. */
  readonly receive: (userID: string, patch: ProfilePatch) => void;
  /** A friend's profile, unless it is held already. */
  readonly hold: (profile: FullProfile) => UserProfile;
}

/** 2.x asks for no more users at once, and forgets the others without a word. */
const MAX_USERS = 100;
/** How long 3.x remembers the profiles of users who are no friends, milliseconds. */
const STRANGERS_KEPT = 600_000;

/**
 * The profiles of one login.
 *
 * @param onNews Called for each profile that changed by itself, before the event.
 */
export function createProfiles(
  { clock, cloud, emit, flavour, profile: mine, request, userID: me }: Context,
  isFriend: (userID: string) => boolean,
  onNews: (profile: UserProfile) => void,
): Profiles {
  const held = new Map([[me, mine]]);
  const strangers = new Map<string, UserProfile>();

  /** Answers the profile, and whether that is news. A stranger's is a new object each time, and never news. */
  const merge = (userID: string, patch: ProfilePatch): readonly [UserProfile, boolean] => {
    const known = held.get(userID);
    if (known !== undefined) {
      const isNews = mergeProfile(known, patch);
      if (isNews) known.lastUpdatedTime = clock.now();
      return [known, isNews];
    }
    const isKept = isFriend(userID) || flavour === '3.x';
    const profile = userProfile({ nick: '', avatar: '', ...patch, userID }, isKept ? clock.now() : 0);
    (isFriend(userID) ? held : strangers).set(userID, profile);
    return [profile, isFriend(userID)];
  };

  const remembered = (userID: string): UserProfile | undefined => {
    if (flavour === '2.x') return isFriend(userID) ? held.get(userID) : undefined;
    const stranger = isFriend(userID) ? undefined : strangers.get(userID);
    const isFresh = stranger !== undefined && clock.now() - stranger.lastUpdatedTime <= STRANGERS_KEPT;
    return held.get(userID) ?? (isFresh ? stranger : undefined);
  };

  const fetch = (userIDs: readonly string[], method: FaultableMethod): Promise<readonly UserProfile[]> =>
    request(method, () => cloud.people.profiles.get(userIDs)).then((profiles) =>
      profiles.map((profile) => merge(profile.userID, profile)[0]),
    );

  return {
    get: async (userIDs, method = 'getUserProfile') => {
      // The caller's own array, as in the SDK.
      if (flavour === '2.x' && userIDs.length > MAX_USERS) userIDs.length = MAX_USERS;
      const found = userIDs.map(remembered).filter((profile) => profile !== undefined);
      const missing = userIDs.filter((userID) => remembered(userID) === undefined).slice(0, 10 * MAX_USERS);
      const pages = Array.from({ length: Math.ceil(missing.length / MAX_USERS) }, (_, page) =>
        fetch(missing.slice(page * MAX_USERS, (page + 1) * MAX_USERS), method),
      );
      const answers = await Promise.allSettled(pages);
      const fetched = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      const failed = answers.find((answer) => answer.status === 'rejected');
      // 3.x hides a failure as soon as there is anything to answer.
      const isEmpty = found.length === 0 && fetched.length === 0;
      if (failed !== undefined && (flavour === '2.x' || isEmpty)) throw failed.reason;
      return [...fetched, ...found];
    },

    updateMine: async (patch) => {
      await request('updateMyProfile', () => cloud.people.profiles.set(me, patch));
      const [profile, isNews] = merge(me, patch);
      if (isNews) emit(EVENT.PROFILE_UPDATED, [profile]);
      return profile;
    },

    receive: (userID, patch) => {
      const [profile, isNews] = merge(userID, patch);
      if (!isNews) return;
      onNews(profile);
      emit(EVENT.PROFILE_UPDATED, [profile]);
    },

    hold: (profile) => held.get(profile.userID) ?? merge(profile.userID, profile)[0],
  };
}

/** Writes what differs; answers whether anything did. */
export function mergeProfile(
  profile: UserProfile,
  { profileCustomField = [], ...fields }: ProfilePatch,
): boolean {
  let isNews = false;
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'userID' || Reflect.get(profile, key) === value) continue;
    Reflect.set(profile, key, value);
    isNews = true;
  }
  return mergeFields(profile.profileCustomField, profileCustomField) || isNews;
}

/** The same for fields that have a key each. */
export function mergeFields(fields: CustomField[], patch: readonly Readonly<CustomField>[]): boolean {
  let isNews = false;
  for (const { key, value } of patch) {
    const known = fields.find((field) => field.key === key);
    if (known?.value === value) continue;
    if (known === undefined) fields.push({ key, value });
    else known.value = value;
    isNews = true;
  }
  return isNews;
}
