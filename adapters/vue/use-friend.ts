import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { Friend } from '../../src/index.ts';
import { selectFriend } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectFriend, userID);
}
