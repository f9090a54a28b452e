import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { Profile } from '../../src/index.ts';
import { selectProfile } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What is known of a user: name and picture of everybody seen, the rest once it was fetched (`profiles.get`).
 *
 * @example
 * const profile = useProfile(() => props.userID);
 */
export function useProfile(
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Profile | undefined> {
  return useSelected(options, selectProfile, userID);
}
