import type { Group } from '../../src/index.ts';
import { selectGroups } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The groups that I am in, in the SDK’s order; the same array until one of them or the order changes.
 *
 * @example
 * const groups = useGroups();
 */
export function useGroups(options?: UseTimOptions): readonly Group[] {
  return useSelected(options, selectGroups);
}
