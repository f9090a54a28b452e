import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { comparePlain } from '../shared/plain.ts';
import { putRows } from '../shared/put-rows.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import type { Profile, ProfileSighting, ProfilesState, UserStatus } from './profile.ts';

/** Nobody seen yet. */
export function initialProfiles(): ProfilesState {
  return { byID: emptyTable(), seenTimes: emptyTable(), statuses: emptyTable() };
}

/** Takes over what is told of users' statuses, and what was seen of their profiles, wherever that was. */
export function reduceProfiles(state: Draft<ProfilesState>, event: StoreEvent): void {
  if ('profiles' in event && event.profiles !== undefined) see(state, event.profiles);
  if (event.type === 'USER_STATUS_UPDATED') setStatuses(state, event.data);
  if (event.type === 'statusesLoaded') setStatuses(state, event.statuses);
}

/** A copy of the slice, to be written to. */
export function copyProfiles({ byID, seenTimes, statuses }: ProfilesState): ProfilesState {
  return { byID, seenTimes, statuses };
}

/** Of two names and pictures the one seen last counts; details are only in fetched profiles, and stay until the next. */
function see(state: Draft<ProfilesState>, sightings: readonly ProfileSighting[]): void {
  const newest = new Map<string, Profile>();
  const times = new Map<string, number>();
  for (const { time, ...profile } of sightings) {
    const { userID, nick, avatar } = profile;
    const old = newest.get(userID) ?? state.byID.get(userID);
    const seen = times.get(userID) ?? state.seenTimes.get(userID) ?? 0;
    const isWhole = 'gender' in profile;
    if (old !== undefined && !isWhole && old.nick === nick && old.avatar === avatar) {
      if (time > seen) times.set(userID, time);
    } else if (old === undefined || compareSightings({ ...profile, time }, { ...old, time: seen }) > 0) {
      newest.set(userID, { ...old, ...profile });
      times.set(userID, time);
    } else if (isWhole) newest.set(userID, { ...old, ...profile, nick: old.nick, avatar: old.avatar });
  }
  state.byID = putRows(state.byID, [...newest]);
  state.seenTimes = updateTable(state.seenTimes, times);
}

/** By time; within one second by some fixed order, so that it does not matter which was told first. */
function compareSightings(
  a: Pick<ProfileSighting, 'nick' | 'avatar' | 'time'>,
  b: Pick<ProfileSighting, 'nick' | 'avatar' | 'time'>,
): number {
  return a.time - b.time || comparePlain([a.nick, a.avatar], [b.nick, b.avatar]);
}

function setStatuses(state: Draft<ProfilesState>, statuses: readonly UserStatus[]): void {
  state.statuses = putRows(
    state.statuses,
    statuses.map((status) => [status.userID, status]),
  );
}
