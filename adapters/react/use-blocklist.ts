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
export function useBlocklist(options?: UseTimOptions): readonly string[] {
  return useKeyedState(useTimStore(options), 'blocklist', selectBlocklist);
}
