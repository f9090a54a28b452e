import type { ConversationID, TimStore } from '../../src/index.ts';
import { selectHistory, selectSession } from '../../src/index.ts';

/**
 * Loads a conversation's first page as soon as the account is ready, once a login. What fails stays so, with its
 * `error` in the history, until somebody tries again. The answer ends it.
 */
export function keepLoaded(store: TimStore, id: ConversationID): () => void {
  const load = (): void => {
    const state = store.getState();
    if (selectSession(state).status !== 'ready' || selectHistory(state, id).error !== undefined) return;
    store.actions.messages.load(id).catch(() => undefined); // does nothing where the page has come or is coming
  };
  load();
  return store.subscribe(load, 'session');
}
