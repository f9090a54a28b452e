import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectUserName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What a user is called: my remark, else the nick, the user ID.
 *
 * @example
 * const name = useUserName(() => props.userID);
 */
export function useUserName(
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<string> {
  const getState = useKeyedState(useTimStore(options), () => {
    const userIDNow = toValue(userID);
    return userIDNow && [`friend:${userIDNow}`, `profile:${userIDNow}`];
  });
  return computed(() => selectUserName(getState(), toValue(userID)));
}
