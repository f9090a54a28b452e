import type { ComputedRef } from 'vue';
import { selectBlocklist } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The user IDs of those whom I block.
 *
 * @example
 * const blocked = useBlocklist();
 */
export function useBlocklist(options?: UseTimOptions): ComputedRef<readonly string[]> {
  return useSelected(options, selectBlocklist);
}
