import type { ConversationID } from '../../src/index.ts';
import { selectDraft } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What I have begun to write in a conversation; `''` for nothing.
 *
 * @example
 * const draft = useDraft(c2cID('alice'));
 */
export function useDraft(conversationID: ConversationID | undefined, options?: UseTimOptions): string {
  return useKeyedState(useTimStore(options), conversationID && `conversation:${conversationID}`, (state) =>
    selectDraft(state, conversationID),
  );
}
