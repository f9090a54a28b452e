import { useMemo, useState } from 'react';
import type { ConversationID, TimStore, Timeline, UnreadMark } from '../../src/index.ts';
import { findUnread, selectUnreadMark } from '../../src/index.ts';

interface Opened {
  readonly store: TimStore;
  readonly id: ConversationID | undefined;
  readonly isLoaded: boolean;
  readonly mark: UnreadMark | undefined;
}

/** The first message that was unread when the conversation was first shown with messages, in the very render that shows them. */
export function useUnreadID(
  store: TimStore,
  id: ConversationID | undefined,
  timeline: Timeline,
  isLoaded: boolean,
): string | undefined {
  const open = (): Opened => ({
    store,
    id,
    isLoaded,
    mark: isLoaded ? selectUnreadMark(store.getState(), id) : undefined,
  });
  const [last, setOpened] = useState(open);
  let opened = last;
  if (last.store !== store || last.id !== id || last.isLoaded !== isLoaded) {
    opened = open();
    setOpened(opened);
  }
  const { mark } = opened;
  return useMemo(() => findUnread(timeline, mark)?.ID, [timeline, mark]);
}
