import { selectGroupAttributes } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  return useKeyedState(useTimStore(options), groupID && `group:${groupID}`, (state) =>
    selectGroupAttributes(state, groupID),
  );
}
