import type { Profile } from '../../src/index.ts';
import { useProfile } from './use-profile.ts';
import { useSession } from './use-session.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * My own profile; `undefined` until it is known, which is soon after the login.
 *
 * @example
 * const nick = useMyProfile()?.nick ?? '';
 */
export function useMyProfile(options?: UseTimOptions): Profile | undefined {
  return useProfile(useSession(options).userID, options);
}
