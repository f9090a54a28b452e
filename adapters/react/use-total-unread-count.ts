import { selectTotalUnreadCount } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Unread messages over all conversations that notify: not of muted ones, nor system notices.
 *
 * @example
 * const unread = useTotalUnreadCount();
 */
export function useTotalUnreadCount(options?: UseTimOptions): number {
  return useSelected(options, selectTotalUnreadCount);
}
