import { selectUserName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What a user is called: my remark, else the nick, the user ID.
 *
 * @example
 * const name = useUserName('alice');
 */
export function useUserName(userID: string | undefined, options?: UseTimOptions): string {
  return useKeyedState(useTimStore(options), userID && [`friend:${userID}`, `profile:${userID}`], (state) =>
    selectUserName(state, userID),
  );
}
