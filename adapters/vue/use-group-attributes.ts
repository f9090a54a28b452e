import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectGroupAttributes } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The attributes of a group; empty until they were asked for (`groups.getAttributes`) or changed.
 *
 * @example
 * const attributes = useGroupAttributes('room');
 */
export function useGroupAttributes(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Readonly<Record<string, string>>> {
  return useSelected(options, selectGroupAttributes, groupID);
}
