import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { ConversationID } from '../../src/index.ts';
import { selectIsTyping } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Whether the other one is writing to me now, in a one-to-one conversation; turns `false` by itself.
 *
 * @example
 * const isTyping = useIsTyping(() => props.conversationID);
 */
export function useIsTyping(
  conversationID: MaybeRefOrGetter<ConversationID | undefined>,
  options?: UseTimOptions,
): ComputedRef<boolean> {
  return useSelected(options, selectIsTyping, conversationID);
}
