import { selectUnreadFriendApplicationCount } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * How many requests for friendship I have not seen.
 *
 * @example
 * const unread = useUnreadFriendApplicationCount();
 */
export function useUnreadFriendApplicationCount(options?: UseTimOptions): number {
  return useKeyedState(useTimStore(options), 'friends', selectUnreadFriendApplicationCount);
}
