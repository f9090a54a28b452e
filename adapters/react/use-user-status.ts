import type { UserStatus } from '../../src/index.ts';
import { selectUserStatus } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Whether a user is online; `undefined` until it was asked for or subscribed to (`profiles.subscribeStatus`).
 *
 * @example
 * const isOnline = useUserStatus('alice')?.statusType === 1;
 */
export function useUserStatus(userID: string | undefined, options?: UseTimOptions): UserStatus | undefined {
  return useSelected(options, selectUserStatus, userID);
}
