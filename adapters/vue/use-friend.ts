import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Friend } from '../../src/index.ts';
import { selectFriend } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * One of my friends; `undefined` for whoever is none, or where no ID is given.
 *
 * @example
 * const friend = useFriend(() => props.userID);
 */
export function useFriend(
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Friend | undefined> {
  const getState = useKeyedState(useTimStore(options), () => {
    const userIDNow = toValue(userID);
    return userIDNow && `friend:${userIDNow}`;
  });
  return computed(() => selectFriend(getState(), toValue(userID)));
}
