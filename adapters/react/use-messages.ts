import { useCallback, useEffect, useMemo } from 'react';
import type { ConversationID, Message, TimErrorInfo, Timeline } from '../../src/index.ts';
import { keepLoaded, requireConversationID, selectHistory, selectTimeline } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/** What `useMessages` takes beside the ID. */
export interface UseMessagesOptions extends UseTimOptions {
  /** Whether to load the newest page, once a login; `true` by default. */
  readonly load?: boolean | undefined;
}

/** One conversation's messages, and how far its history has come. */
export interface UseMessagesResult {
  /** The messages, oldest first, as a list to take windows from. */
  readonly timeline: Timeline;
  /** The same as one array, built when first asked for. */
  readonly messages: readonly Message[];
  /** Whether a page is on its way. */
  readonly isLoading: boolean;
  /** Whether the newest page has come since the login; until then, no messages means none known. */
  readonly isLoaded: boolean;
  /** Whether the oldest page has come: nothing older is left to load. */
  readonly isCompleted: boolean;
  /** Why the last page did not come. */
  readonly error: TimErrorInfo | undefined;
  /**
   * Loads the next older page; after a failure, the page that failed. Rejects with what hindered it, and may be
   * ignored: a failed page also sets `error`. The same function for the same conversation.
   */
  readonly loadOlder: () => Promise<void>;
}

/**
 * The messages of a conversation; its newest page is loaded once a login, as soon as the account is ready. Without an
 * ID it is empty. Throws `INVALID_ARGUMENT` for what is no conversation ID.
 *
 * @example
 * const { messages, isCompleted, loadOlder } = useMessages(c2cID('alice'));
 */
export function useMessages(
  conversationID: ConversationID | undefined,
  options?: UseMessagesOptions,
): UseMessagesResult {
  const { load = true } = options ?? {};
  const store = useTimStore(options);
  const id =
    conversationID === undefined ? undefined : requireConversationID(conversationID, 'show a conversation');
  const key = id && (`messages:${id}` as const);
  const timeline = useKeyedState(store, key, (state) => selectTimeline(state, id));
  const history = useKeyedState(store, key, (state) => selectHistory(state, id));

  useEffect(() => (load && id !== undefined ? keepLoaded(store, id) : undefined), [store, id, load]);

  const loadOlder = useCallback(() => {
    const page = id === undefined ? Promise.resolve() : store.actions.messages.loadOlder(id);
    page.catch(() => undefined); // so that the caller may ignore it
    return page;
  }, [store, id]);

  return useMemo(() => {
    const { isLoading, isLoaded, isCompleted, error } = history;
    return {
      timeline,
      get messages() {
        return timeline.toArray();
      },
      isLoading,
      isLoaded,
      isCompleted,
      error,
      loadOlder,
    };
  }, [timeline, history, loadOlder]);
}
