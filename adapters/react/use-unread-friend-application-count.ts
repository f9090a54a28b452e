import { selectUnreadFriendApplicationCount } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * How many requests for friendship I have not seen.
 *
 * @example
 * const unread = useUnreadFriendApplicationCount();
 */
export function useUnreadFriendApplicationCount(options?: UseTimOptions): number {
  return useSelected(options, selectUnreadFriendApplicationCount);
}
