import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectIsBlocked } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether I block a user.
 *
 * @example
 * const isBlocked = useIsBlocked(() => props.userID);
 */
export function useIsBlocked(
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<boolean> {
  const getState = useKeyedState(useTimStore(options), () => {
    const userIDNow = toValue(userID);
    return userIDNow && 'blocklist';
  });
  return computed(() => selectIsBlocked(getState(), toValue(userID)));
}
