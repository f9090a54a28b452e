import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { UserStatus } from '../../src/index.ts';
import { selectUserStatus } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether a user is online; `undefined` until it was asked for or subscribed to (`profiles.subscribeStatus`).
 *
 * @example
 * const status = useUserStatus(() => props.userID);
 */
export function useUserStatus(
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<UserStatus | undefined> {
  const getState = useKeyedState(useTimStore(options), () => {
    const userIDNow = toValue(userID);
    return userIDNow && `profile:${userIDNow}`;
  });
  return computed(() => selectUserStatus(getState(), toValue(userID)));
}
