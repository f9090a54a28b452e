import type { ConversationID } from '../../src/index.ts';
import { selectDraft } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What I have begun to write in a conversation; `''` for nothing.
 *
 * @example
 * const draft = useDraft(c2cID('alice'));
 */
export function useDraft(conversationID: ConversationID | undefined, options?: UseTimOptions): string {
  return useSelected(options, selectDraft, conversationID);
}
