import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Profile } from '../../src/index.ts';
import { selectProfile } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  const getState = useKeyedState(useTimStore(options), () => {
    const userIDNow = toValue(userID);
    return userIDNow && `profile:${userIDNow}`;
  });
  return computed(() => selectProfile(getState(), toValue(userID)));
}
