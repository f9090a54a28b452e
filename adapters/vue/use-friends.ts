import type { ComputedRef } from 'vue';
import type { Friend } from '../../src/index.ts';
import { selectFriends } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * My friends, in the SDK’s order; the same array until one of them or the order changes.
 *
 * @example
 * const friends = useFriends();
 */
export function useFriends(options?: UseTimOptions): ComputedRef<readonly Friend[]> {
  return useSelected(options, selectFriends);
}
