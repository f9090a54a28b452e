import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectIsBlocked } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectIsBlocked, userID);
}
