import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { ConversationID } from '../../src/index.ts';
import { selectIsTyping } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  const getState = useKeyedState(useTimStore(options), () => {
    const conversationIDNow = toValue(conversationID);
    return conversationIDNow && `conversation:${conversationIDNow}`;
  });
  return computed(() => selectIsTyping(getState(), toValue(conversationID)));
}
