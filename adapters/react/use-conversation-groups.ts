import { selectConversationGroups } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The names of my conversation groups.
 *
 * @example
 * const names = useConversationGroups();
 */
export function useConversationGroups(options?: UseTimOptions): readonly string[] {
  return useKeyedState(useTimStore(options), 'conversations', selectConversationGroups);
}
