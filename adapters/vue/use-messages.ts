import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue, watchPostEffect } from 'vue';
import type { ConversationID, Message, TimErrorInfo, Timeline } from '../../src/index.ts';
import { keepLoaded, requireConversationID, selectHistory, selectTimeline } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/** What `useMessages` takes beside the ID. */
export interface UseMessagesOptions extends UseTimOptions {
  /** Whether to load the newest page, once a login; `true` by default. */
  readonly load?: MaybeRefOrGetter<boolean> | undefined;
}

/** One conversation's messages, and how far its history has come. */
export interface UseMessagesResult {
  /** The messages, oldest first, as a list to take windows from. */
  readonly timeline: ComputedRef<Timeline>;
  /** The same as one array, built when first asked for. */
  readonly messages: ComputedRef<readonly Message[]>;
  /** Whether a page is on its way. */
  readonly isLoading: ComputedRef<boolean>;
  /** Whether the newest page has come since the login; until then, no messages means none known. */
  readonly isLoaded: ComputedRef<boolean>;
  /** Whether the oldest page has come: nothing older is left to load. */
  readonly isCompleted: ComputedRef<boolean>;
  /** Why the last page did not come. */
  readonly error: ComputedRef<TimErrorInfo | undefined>;
  /**
   * Loads the next older page; after a failure, the page that failed. Rejects with what hindered it, and may be
   * ignored: a failed page also sets `error`.
   */
  readonly loadOlder: () => Promise<void>;
}

/**
 * The messages of a conversation; its newest page is loaded once a login, as soon as the account is ready. Without an
 * ID it is empty. Reading it throws `INVALID_ARGUMENT` for what is no conversation ID.
 *
 * @example
 * const { messages, isCompleted, loadOlder } = useMessages(() => props.conversationID);
 */
export function useMessages(
  conversationID: MaybeRefOrGetter<ConversationID | undefined>,
  options?: UseMessagesOptions,
): UseMessagesResult {
  const store = useTimStore(options);
  const getState = useKeyedState(store, () => {
    const id = toValue(conversationID);
    return id && `messages:${id}`;
  });
  const checkedID = computed(() => {
    const id = toValue(conversationID);
    return id === undefined ? undefined : requireConversationID(id, 'show a conversation');
  });
  const timeline = computed(() => selectTimeline(getState(), checkedID.value));
  const history = computed(() => selectHistory(getState(), checkedID.value));

  // After mounting, and so never on a server.
  watchPostEffect((onCleanup) => {
    const id = toValue(conversationID);
    if ((toValue(options?.load) ?? true) && id !== undefined) onCleanup(keepLoaded(store, id));
  });

  return {
    timeline,
    messages: computed(() => timeline.value.toArray()),
    isLoading: computed(() => history.value.isLoading),
    isLoaded: computed(() => history.value.isLoaded),
    isCompleted: computed(() => history.value.isCompleted),
    error: computed(() => history.value.error),
    loadOlder: () => {
      const id = toValue(conversationID);
      const page = id === undefined ? Promise.resolve() : store.actions.messages.loadOlder(id);
      page.catch(() => undefined); // so that the caller may ignore it
      return page;
    },
  };
}
