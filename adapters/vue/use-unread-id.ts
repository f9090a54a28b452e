import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { ConversationID, TimStore, Timeline, UnreadMark } from '../../src/index.ts';
import { findUnread, selectUnreadMark } from '../../src/index.ts';

interface Opened {
  readonly id: ConversationID | undefined;
  readonly isLoaded: boolean;
  readonly mark: UnreadMark | undefined;
}

/** The first message that was unread when the conversation was first shown with messages. */
export function useUnreadID(
  store: TimStore,
  id: () => ConversationID | undefined,
  timeline: () => Timeline,
  isLoaded: () => boolean,
): ComputedRef<string | undefined> {
  const opened = computed((last?: Opened): Opened => {
    const now = { id: id(), isLoaded: isLoaded() };
    if (last !== undefined && last.id === now.id && last.isLoaded === now.isLoaded) return last;
    return { ...now, mark: now.isLoaded ? selectUnreadMark(store.getState(), now.id) : undefined };
  });
  return computed(() => findUnread(timeline(), opened.value.mark)?.ID);
}
