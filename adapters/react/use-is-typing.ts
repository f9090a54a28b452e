import type { ConversationID } from '../../src/index.ts';
import { selectIsTyping } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether the other one is writing to me now, in a one-to-one conversation; turns `false` by itself.
 *
 * @example
 * const isTyping = useIsTyping(c2cID('alice'));
 */
export function useIsTyping(conversationID: ConversationID | undefined, options?: UseTimOptions): boolean {
  return useKeyedState(useTimStore(options), conversationID && `conversation:${conversationID}`, (state) =>
    selectIsTyping(state, conversationID),
  );
}
