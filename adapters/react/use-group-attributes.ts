import { selectGroupAttributes } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The attributes of a group; empty until they were asked for (`groups.getAttributes`) or changed.
 *
 * @example
 * const { topic } = useGroupAttributes('room');
 */
export function useGroupAttributes(
  groupID: string | undefined,
  options?: UseTimOptions,
): Readonly<Record<string, string>> {
  return useSelected(options, selectGroupAttributes, groupID);
}
