import { selectGroupCounters } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The counters of a group; empty until they were asked for (`groups.getCounters`) or changed.
 *
 * @example
 * const { likes = 0 } = useGroupCounters('room');
 */
export function useGroupCounters(
  groupID: string | undefined,
  options?: UseTimOptions,
): Readonly<Record<string, number>> {
  return useSelected(options, selectGroupCounters, groupID);
}
