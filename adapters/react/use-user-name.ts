import { selectUserName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What a user is called: my remark, else the nick, the user ID.
 *
 * @example
 * const name = useUserName('alice');
 */
export function useUserName(userID: string | undefined, options?: UseTimOptions): string {
  return useSelected(options, selectUserName, userID);
}
