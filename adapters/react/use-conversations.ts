import type { Conversation } from '../../src/index.ts';
import { selectConversations } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The conversation list in the SDK's order. A row keeps its identity until it changes itself.
 *
 * @example
 * const rows = useConversations();
 * return rows.map((row) => <Row key={row.conversationID} row={row} />);
 */
export function useConversations(options?: UseTimOptions): readonly Conversation[] {
  return useSelected(options, selectConversations);
}
