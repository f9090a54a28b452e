import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectGroupCounters } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The counters of a group; empty until they were asked for (`groups.getCounters`) or changed.
 *
 * @example
 * const counters = useGroupCounters('room');
 */
export function useGroupCounters(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Readonly<Record<string, number>>> {
  return useSelected(options, selectGroupCounters, groupID);
}
