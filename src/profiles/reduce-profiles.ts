import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import { comparePlain } from '../shared/plain.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import type { Profile, ProfileSighting, ProfilesState } from './profile.ts';

/** Nobody seen yet. */
export function initialProfiles(): ProfilesState {
  return { byID: emptyTable(), seenTimes: emptyTable(), statuses: emptyTable() };
}

/** Takes over what messages and conversation rows show of users; of two names, the one seen last counts. */
export function reduceProfiles(state: Draft<ProfilesState>, event: StoreEvent): void {
  if (!('profiles' in event) || event.profiles === undefined) return;
  const newest = new Map<string, ProfileSighting>();
  for (const sighting of event.profiles) {
    const before = newest.get(sighting.userID) ?? known(state, sighting.userID);
    if (before === undefined || compareSightings(sighting, before) > 0) newest.set(sighting.userID, sighting);
  }
  const changed = [...newest].filter(([userID, seen]) => differs(seen, state.byID.get(userID)));
  state.byID = updateTable(
    state.byID,
    changed.map(([userID, { nick, avatar }]) => [userID, Object.freeze({ userID, nick, avatar })] as const),
  );
  state.seenTimes = updateTable(
    state.seenTimes,
    [...newest].map(([userID, { time }]) => [userID, time] as const),
  );
}

function known(state: Draft<ProfilesState>, userID: string): ProfileSighting | undefined {
  const profile = state.byID.get(userID);
  return profile && { ...profile, time: state.seenTimes.get(userID) ?? 0 };
}

/** By time; within one second by some fixed order, so that it does not matter which was told first. */
function compareSightings(a: ProfileSighting, b: ProfileSighting): number {
  return a.time - b.time || comparePlain([a.nick, a.avatar], [b.nick, b.avatar]);
}

function differs(a: Profile, b: Profile | undefined): boolean {
  return a.nick !== b?.nick || a.avatar !== b.avatar;
}
