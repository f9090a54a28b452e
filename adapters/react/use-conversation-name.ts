import type { ConversationID } from '../../src/index.ts';
import { selectConversationName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectConversationName, conversationID);
}
