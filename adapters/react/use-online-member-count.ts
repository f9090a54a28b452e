import { selectOnlineMemberCount } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * How many members of a group were online when it was last asked for (`groups.getOnlineMemberCount`); `undefined` before.
 *
 * @example
 * const online = useOnlineMemberCount('room');
 */
export function useOnlineMemberCount(
  groupID: string | undefined,
  options?: UseTimOptions,
): number | undefined {
  return useKeyedState(useTimStore(options), groupID && `group:${groupID}`, (state) =>
    selectOnlineMemberCount(state, groupID),
  );
}
