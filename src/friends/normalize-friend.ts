import type { ActionContext } from '../action-context.ts';
import { briefProfile, sightNow } from '../profiles/normalize-profile.ts';
import type { Profile, ProfileSighting } from '../profiles/profile.ts';
import type { AccountScope } from '../session/account-scope.ts';
import { numberOf, recordOf, requireText, textOf } from '../shared/fields.ts';
import { listIn } from '../shared/outcomes.ts';
import { equalPlain, isRecord } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord } from '../shared/read-record.ts';
import type { Friend, FriendApplication, FriendGroup } from './friend.ts';

const userID = (live: unknown): string => requireText(live, 'the ID of a user');

const FRIEND: RecordSchema<Friend> = {
  userID,
  remark: textOf,
  groupList: listOf,
  source: textOf,
  addTime: numberOf,
  friendCustomField: listOf,
};

const APPLICATION: RecordSchema<FriendApplication> = {
  userID,
  nick: textOf,
  avatar: textOf,
  time: numberOf,
  source: textOf,
  wording: textOf,
  type: textOf,
};

const GROUP: RecordSchema<FriendGroup> = {
  name: (live) => requireText(live, 'the name of a friend group'),
  userIDList: listOf,
  count: numberOf,
};

/** What the name and picture of each friend were when last told, for each login. */
const told = new WeakMap<AccountScope, Map<string, Profile>>();

/**
 * Copies a list of the SDK's friends; each that did not change is the one of the state. What they show of the users is
 * told where it is news: the SDK repeats the whole list whenever anything in it changes.
 */
export function readFriends(
  context: Pick<ActionContext, 'readEach' | 'getState' | 'serverTime' | 'scope'>,
  live: unknown,
): { readonly friends: readonly Friend[]; readonly profiles: readonly ProfileSighting[] } {
  const { byID } = context.getState().friends;
  const known = told.get(context.scope()) ?? new Map<string, Profile>();
  told.set(context.scope(), known);
  const news: Profile[] = [];
  const friends = context.readEach(live, (item) => {
    const friend = readRecord(item, FRIEND, 'a friend', idOf(item, byID.get));
    const raw = recordOf(item)['profile'];
    if (!isRecord(raw)) return friend;
    const profile = briefProfile({ ...raw, userID: friend.userID });
    if (!equalPlain(profile, known.get(friend.userID))) news.push(profile);
    known.set(friend.userID, profile);
    return friend;
  });
  return { friends: Object.freeze(friends), profiles: sightNow(context, news) };
}

/** A friend who was just made, as far as is known; `time` in seconds. */
export function friendSince(time: number, known: Partial<Friend> & { readonly userID: string }): Friend {
  return readRecord({ ...known, addTime: time }, FRIEND, 'a friend');
}

/** Copies the SDK's list of requests for friendship, and what they show of the users, as old as they are. */
export function readApplications(
  context: Pick<ActionContext, 'readEach'>,
  live: unknown,
): {
  readonly friendApplicationList: readonly FriendApplication[];
  readonly unreadCount: number;
  readonly profiles: readonly ProfileSighting[];
} {
  const raw = recordOf(live);
  const applications = context.readEach(listIn(raw['friendApplicationList']), (item) =>
    readRecord(item, APPLICATION, 'a request for friendship'),
  );
  const seen = applications
    .filter(({ nick, avatar }) => nick !== '' || avatar !== '')
    .map(({ userID: ID, nick, avatar, time }) => Object.freeze({ userID: ID, nick, avatar, time }));
  return {
    friendApplicationList: Object.freeze(applications),
    unreadCount: numberOf(raw['unreadCount']),
    profiles: Object.freeze(seen),
  };
}

/** Copies the SDK's list of friend groups. */
export function readFriendGroups(
  context: Pick<ActionContext, 'readEach'>,
  live: unknown,
): readonly FriendGroup[] {
  return Object.freeze(context.readEach(live, (item) => readRecord(item, GROUP, 'a friend group')));
}

function idOf<T>(item: unknown, get: (ID: string) => T | undefined): T | undefined {
  return isRecord(item) ? get(textOf(item['userID'])) : undefined;
}
