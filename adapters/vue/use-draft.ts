import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { ConversationID } from '../../src/index.ts';
import { selectDraft } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What I have begun to write in a conversation; `''` for nothing.
 *
 * @example
 * const draft = useDraft(() => props.conversationID);
 */
export function useDraft(
  conversationID: MaybeRefOrGetter<ConversationID | undefined>,
  options?: UseTimOptions,
): ComputedRef<string> {
  const getState = useKeyedState(useTimStore(options), () => {
    const conversationIDNow = toValue(conversationID);
    return conversationIDNow && `conversation:${conversationIDNow}`;
  });
  return computed(() => selectDraft(getState(), toValue(conversationID)));
}
