import type { StoreEvent } from '../events.ts';
import { updateTable } from '../shared/table.ts';
import type { Profile, ProfilesState } from './profile.ts';

/** Takes over what messages and conversation rows show of users; of two names, the newer message's counts. */
export function reduceProfiles(profiles: ProfilesState, event: StoreEvent): ProfilesState {
  if (!('profiles' in event) || event.profiles === undefined) return profiles;
  const newer = new Map<string, Profile>();
  for (const seen of event.profiles) {
    const known = newer.get(seen.userID) ?? profiles.get(seen.userID);
    if (known === undefined || (seen.seenTime >= known.seenTime && differs(seen, known)))
      newer.set(seen.userID, seen);
  }
  return newer.size === 0 ? profiles : updateTable(profiles, newer);
}

function differs(a: Profile, b: Profile): boolean {
  return a.nick !== b.nick || a.avatar !== b.avatar;
}
