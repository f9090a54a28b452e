import type { MessageReaction } from '../../src/index.ts';
import { selectReactions } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The reactions to a message, as far as they were asked for (`messages.getReactions`) or came by events.
 *
 * @example
 * const reactions = useReactions(message.ID);
 */
export function useReactions(ID: string | undefined, options?: UseTimOptions): readonly MessageReaction[] {
  return useKeyedState(useTimStore(options), ID && `message:${ID}`, (state) => selectReactions(state, ID));
}
