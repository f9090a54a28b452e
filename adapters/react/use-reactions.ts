import type { MessageReaction } from '../../src/index.ts';
import { selectReactions } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The reactions to a message, as far as they were asked for (`messages.getReactions`) or came by events.
 *
 * @example
 * const reactions = useReactions(message.ID);
 */
export function useReactions(ID: string | undefined, options?: UseTimOptions): readonly MessageReaction[] {
  return useSelected(options, selectReactions, ID);
}
