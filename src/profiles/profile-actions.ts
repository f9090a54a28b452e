import type { ActionContext } from '../action-context.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import * as TYPES from '../sdk/types.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { invalid, requireIDs, requireOneOf } from '../shared/limits.ts';
import { mergeFields } from '../shared/merge-fields.ts';
import { listIn } from '../shared/outcomes.ts';
import { copyPlain } from '../shared/plain.ts';
import { requireOptions } from '../shared/require-options.ts';
import type { FollowActions } from './follow-actions.ts';
import { createFollowActions } from './follow-actions.ts';
import { normalizeProfile, readProfiles, sightNow } from './normalize-profile.ts';
import type { Profile, ProfileDetails } from './profile.ts';
import type { StatusActions } from './status-actions.ts';
import { createStatusActions } from './status-actions.ts';

/** What can be done to users, their statuses, and whom I follow. */
export interface ProfileActions extends StatusActions, FollowActions {
  /**
   * Fetches my own profile. The store does so by itself as soon as the account is ready: `selectMyProfile`. Follows the
   * SDK's `getMyProfile`.
   */
  readonly getMine: () => Promise<Profile>;
  /**
   * Fetches whole profiles, 100 a call, and resolves with those of the users who exist. Follows the SDK's
   * `getUserProfile`.
   *
   * @example
   * await store.actions.profiles.get(['alice', 'bob']);
   * selectProfile(store.getState(), 'alice')?.selfSignature;
   */
  readonly get: (userIDs: readonly string[]) => Promise<readonly Profile[]>;
  /**
   * Changes my profile: what is given is set, the rest stays, custom fields by key. Resolves with the profile as it is
   * now. Follows the SDK's `updateMyProfile`.
   *
   * Rejects with `INVALID_ARGUMENT` where there is nothing to change, or a value is none of the SDK's.
   */
  readonly updateMine: (changes: ProfileChanges) => Promise<Profile>;
  /**
   * Searches all users of the application on the server, by at most 5 keywords; the service must be bought. Changes
   * nothing. Follows `searchCloudUsers` of 3.x.
   */
  readonly searchCloud: (options: UserSearchOptions) => Promise<UserSearchResult>;
}

/** What can be changed of the own profile. */
export type ProfileChanges = Partial<ProfileDetails & Pick<Profile, 'nick' | 'avatar'>>;

/** What is searched for; the SDK's own names. */
export interface UserSearchOptions {
  /** 1 to 5. */
  readonly keywordList: readonly string[];
  /** Whether one keyword is enough; `or` unless told. */
  readonly keywordListMatchType?: 'or' | 'and';
  readonly userGenderType?: 'Gender_Type_Female' | 'Gender_Type_Male';
  /** 20000101 and the like. */
  readonly miniBirthday?: number;
  readonly maxBirthday?: number;
  /** How many on a page. */
  readonly count?: number;
  /** Of the page before, for the next one. */
  readonly cursor?: string;
}

/** A page of users found. */
export interface UserSearchResult {
  readonly searchResultList: readonly Profile[];
  /** For the next page; `''` at the end. */
  readonly cursor: string;
  readonly totalCount: number;
}

const CHOICES = {
  gender: [TYPES.GENDER_UNKNOWN, TYPES.GENDER_FEMALE, TYPES.GENDER_MALE],
  allowType: [TYPES.ALLOW_TYPE_ALLOW_ANY, TYPES.ALLOW_TYPE_NEED_CONFIRM, TYPES.ALLOW_TYPE_DENY_ANY],
  adminForbidType: [TYPES.FORBID_TYPE_NONE, TYPES.FORBID_TYPE_SEND_OUT],
  messageSettings: [0, 1],
};

/** The actions on users. */
export function createProfileActions(context: ActionContext): ProfileActions {
  const { ask, dispatch, getState } = context;
  const load = async (live: readonly unknown[]): Promise<readonly Profile[]> => {
    const { profiles, sightings } = readProfiles(context, live);
    await dispatch({ type: 'profilesLoaded', profiles: sightings });
    return profiles;
  };
  const myself = (): Profile => {
    const userID = getState().session.userID ?? '';
    return getState().profiles.byID.get(userID) ?? { userID, nick: '', avatar: '' };
  };
  return {
    getMine: async () => {
      const profile = normalizeProfile(await ask('getMyProfile'));
      await dispatch({ type: 'profilesLoaded', profiles: sightNow(context, [profile]) });
      return profile;
    },
    get: async (userIDs) =>
      askForLists(
        context,
        'getUserProfile',
        ['userIDs', userIDs, 100],
        (userIDList) => ({ userIDList }),
        async (answer) => load(listIn(answer)),
      ),
    updateMine: async (given) => {
      const method = 'updateMyProfile';
      const changes = requireOptions(method, given);
      if (Object.keys(changes).length === 0)
        throw invalid(method, 'there is nothing to change: give at least one field of the profile');
      requireOneOf(method, changes, CHOICES);
      const patch = copyPlain(changes) as ProfileChanges;
      const answer = await ask(method, changes);
      const { userID } = myself();
      // The answer is whole where the SDK gives one; what was set counts in any case.
      const base = recordOf(answer)['userID'] === userID ? normalizeProfile(answer) : myself();
      const { profileCustomField = [] } = patch;
      const fields = mergeFields(base.profileCustomField ?? [], profileCustomField);
      const set = { ...base, ...patch, ...(fields.length > 0 && { profileCustomField: fields }) };
      await dispatch({ type: 'profilesLoaded', profiles: sightNow(context, [set]) });
      return myself();
    },
    searchCloud: async (given) => {
      const method = 'searchCloudUsers';
      const options = requireOptions(method, given);
      if (requireIDs(method, 'keywordList', options.keywordList).length > 5)
        throw invalid(method, 'keywordList has too many keywords: at most 5 are allowed');
      const answer = await ask(method, options);
      const { searchResultList, cursor, totalCount } = recordOf(answer);
      return Object.freeze({
        searchResultList: Object.freeze(context.readEach(listIn(searchResultList), normalizeProfile)),
        cursor: textOf(cursor),
        totalCount: numberOf(totalCount),
      });
    },
    ...createStatusActions(context),
    ...createFollowActions(context),
  };
}
