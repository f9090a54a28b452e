import type { Group } from '../../src/index.ts';
import { selectGroups } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The groups that I am in, in the SDK’s order; the same array until one of them or the order changes.
 *
 * @example
 * const groups = useGroups();
 */
export function useGroups(options?: UseTimOptions): readonly Group[] {
  return useKeyedState(useTimStore(options), 'groups', selectGroups);
}
