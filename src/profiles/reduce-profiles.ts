import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { comparePlain, equalPlain } from '../shared/plain.ts';
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

/** Of two names and pictures the one seen last counts; details are only in fetched profiles, and stay until the next. */
function see(state: Draft<ProfilesState>, sightings: readonly ProfileSighting[]): void {
  const newest = new Map<string, ProfileSighting>();
  for (const sighting of sightings) {
    const { userID } = sighting;
    const before = newest.get(userID) ?? known(state, userID);
    if (before === undefined) newest.set(userID, sighting);
    else if (compareSightings(sighting, before) > 0) newest.set(userID, { ...before, ...sighting });
    else if ('gender' in sighting) {
      const { nick, avatar, time } = before;
      newest.set(userID, { ...before, ...sighting, nick, avatar, time });
    }
  }
  const profiles: [string, Profile][] = [];
  const seenTimes: [string, number][] = [];
  for (const [userID, { time, ...profile }] of newest) {
    seenTimes.push([userID, time]);
    if (!equalPlain(profile, state.byID.get(userID))) profiles.push([userID, Object.freeze(profile)]);
  }
  state.byID = updateTable(state.byID, profiles);
  state.seenTimes = updateTable(state.seenTimes, seenTimes);
}

function known(state: Draft<ProfilesState>, userID: string): ProfileSighting | undefined {
  const profile = state.byID.get(userID);
  return profile && { ...profile, time: state.seenTimes.get(userID) ?? 0 };
}

/** By time; within one second by some fixed order, so that it does not matter which was told first. */
function compareSightings(a: ProfileSighting, b: ProfileSighting): number {
  return a.time - b.time || comparePlain([a.nick, a.avatar], [b.nick, b.avatar]);
}

function setStatuses(state: Draft<ProfilesState>, statuses: readonly UserStatus[]): void {
  const entries = statuses.map((status) => {
    const old = state.statuses.get(status.userID);
    return [status.userID, equalPlain(status, old) ? old : status] as const;
  });
  state.statuses = updateTable<string, UserStatus>(state.statuses, entries);
}
