import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { selectBlocklist } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The user IDs of those whom I block.
 *
 * @example
 * const blocked = useBlocklist();
 */
export function useBlocklist(options?: UseTimOptions): ComputedRef<readonly string[]> {
  const getState = useKeyedState(useTimStore(options), () => 'blocklist');
  return computed(() => selectBlocklist(getState()));
}
