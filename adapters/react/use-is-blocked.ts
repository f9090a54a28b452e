import { selectIsBlocked } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether I block a user.
 *
 * @example
 * const isBlocked = useIsBlocked('mallory');
 */
export function useIsBlocked(userID: string | undefined, options?: UseTimOptions): boolean {
  return useKeyedState(useTimStore(options), userID && 'blocklist', (state) =>
    selectIsBlocked(state, userID),
  );
}
