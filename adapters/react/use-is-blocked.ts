import { selectIsBlocked } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Whether I block a user.
 *
 * @example
 * const isBlocked = useIsBlocked('mallory');
 */
export function useIsBlocked(userID: string | undefined, options?: UseTimOptions): boolean {
  return useSelected(options, selectIsBlocked, userID);
}
