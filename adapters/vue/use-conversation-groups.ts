import type { ComputedRef } from 'vue';
import { selectConversationGroups } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The names of my conversation groups.
 *
 * @example
 * const names = useConversationGroups();
 */
export function useConversationGroups(options?: UseTimOptions): ComputedRef<readonly string[]> {
  return useSelected(options, selectConversationGroups);
}
