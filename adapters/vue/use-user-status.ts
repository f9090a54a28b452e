import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { UserStatus } from '../../src/index.ts';
import { selectUserStatus } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectUserStatus, userID);
}
