import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { ConversationID } from '../../src/index.ts';
import { partnerOf, selectConversationName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What a conversation is called now: my remark for the peer, the nick or the user ID; a group's name, else its ID; `''`
 * where no ID is given.
 *
 * @example
 * const name = useConversationName(() => props.conversationID);
 */
export function useConversationName(
  conversationID: MaybeRefOrGetter<ConversationID | undefined>,
  options?: UseTimOptions,
): ComputedRef<string> {
  const getState = useKeyedState(useTimStore(options), () => {
    const id = toValue(conversationID);
    const ID = id && partnerOf(id)?.ID;
    return id && [`conversation:${id}`, `group:${ID}`, `friend:${ID}`, `profile:${ID}`];
  });
  return computed(() => {
    const id = toValue(conversationID);
    return id === undefined ? '' : selectConversationName(getState(), id);
  });
}
