import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectUserName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What a user is called: my remark, else the nick, the user ID.
 *
 * @example
 * const name = useUserName(() => props.userID);
 */
export function useUserName(
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<string> {
  return useSelected(options, selectUserName, userID);
}
