import type { ConversationID } from '../conversations/conversation-id.ts';
import { selectHistory } from '../messages/message-selectors.ts';
import { selectSession } from '../session/session-selectors.ts';
import type { TimStore } from './tim-store.ts';

/**
 * Loads a conversation's newest page as soon as the account is ready, once a login: what a view of it needs as long as
 * it is on screen, and what the hooks and composables do. A page that fails stays so, with its `error` in the history,
 * until somebody tries again. Says that the conversation is on screen, too (`messages.show`). The answer ends it.
 *
 * @example
 * const release = keepLoaded(store, c2cID('alice'));
 * store.select(selectTimeline, c2cID('alice')).subscribe(render);
 */
export function keepLoaded(
  store: Pick<TimStore, 'getState' | 'subscribe' | 'actions'>,
  conversationID: ConversationID,
  oldestOnScreen?: () => string | undefined,
): () => void {
  const hide = store.actions.messages.show(conversationID, oldestOnScreen);
  const load = (): void => {
    const state = store.getState();
    const { error } = selectHistory(state, conversationID);
    if (selectSession(state).status !== 'ready' || error !== undefined) return;
    // Does nothing where the page has come or is coming.
    store.actions.messages.load(conversationID).catch(() => undefined);
  };
  load();
  const release = store.subscribe(load, 'session');
  return () => {
    release();
    hide();
  };
}
