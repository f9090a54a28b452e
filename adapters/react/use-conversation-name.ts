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
 * const name = useConversationName(c2cID('alice'));
 */
export function useConversationName(
  conversationID: ConversationID | undefined,
  options?: UseTimOptions,
): string {
  const ID = conversationID && partnerOf(conversationID)?.ID;
  return useKeyedState(
    useTimStore(options),
    conversationID && [`conversation:${conversationID}`, `group:${ID}`, `friend:${ID}`, `profile:${ID}`],
    (state) => (conversationID === undefined ? '' : selectConversationName(state, conversationID)),
  );
}
