import type { ComputedRef } from 'vue';
import type { Conversation } from '../../src/index.ts';
import { selectConversations } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The conversation list in the SDK's order. A row keeps its identity until it changes itself.
 *
 * @example
 * const rows = useConversations(); // <Row v-for="row in rows" :key="row.conversationID" :row="row" />
 */
export function useConversations(options?: UseTimOptions): ComputedRef<readonly Conversation[]> {
  return useSelected(options, selectConversations);
}
