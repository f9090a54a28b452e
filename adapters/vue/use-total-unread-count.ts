import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { selectTotalUnreadCount } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Unread messages over all conversations that notify: not of muted ones, nor system notices.
 *
 * @example
 * const unread = useTotalUnreadCount();
 */
export function useTotalUnreadCount(options?: UseTimOptions): ComputedRef<number> {
  const getState = useKeyedState(useTimStore(options), () => 'conversations');
  return computed(() => selectTotalUnreadCount(getState()));
}
