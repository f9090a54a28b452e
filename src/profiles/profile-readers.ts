import type { ActionContext } from '../action-context.ts';
import type { TimEventReaders } from '../events.ts';
import { normalizeStatus, readProfiles } from './normalize-profile.ts';

/** Reads the events on profiles. */
export function profileReaders(
  context: ActionContext,
): TimEventReaders<'PROFILE_UPDATED' | 'USER_STATUS_UPDATED'> {
  return {
    PROFILE_UPDATED: (live) => {
      const { profiles, sightings } = readProfiles(context, live);
      return { data: profiles, profiles: sightings };
    },
    USER_STATUS_UPDATED: (live) => ({
      // After a reconnect lite tells of my own status without a list around it.
      data: Object.freeze(context.readEach(Array.isArray(live) ? live : [live], normalizeStatus)),
    }),
  };
}
