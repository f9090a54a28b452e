import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { ConversationID, Timeline } from 'tim-reactive';
import { selectTimeline } from 'tim-reactive';
import { useTimStore } from 'tim-reactive/react';
import { END_MARGIN, watchVisible } from '../shared/watch-visible.ts';

interface ReadingPlace {
  /** Whether the end of the list is on screen; `undefined` until that is known. */
  readonly isAtEnd: boolean | undefined;
  /** How many messages came since it left the screen. */
  readonly newCount: number;
}

/** Whether the reader sees the newest message, and how many have come since, by the element that ends the list. */
export function useReadingPlace(
  conversationID: ConversationID,
  timeline: Timeline,
  end: RefObject<Element | null>,
): ReadingPlace {
  const store = useTimStore();
  const [isAtEnd, setIsAtEnd] = useState<boolean>();
  const [seenID, setSeenID] = useState<string>();

  useEffect(() => {
    if (end.current === null) return undefined;
    const onChange = (isVisible: boolean) => {
      const [newest] = selectTimeline(store.getState(), conversationID).slice(-1);
      setIsAtEnd(isVisible);
      setSeenID(newest?.ID);
    };
    return watchVisible(end.current, onChange, END_MARGIN);
  }, [store, conversationID, end]);

  const seenIndex = seenID === undefined ? -1 : timeline.indexOf(seenID);
  const isCounting = isAtEnd === false && seenIndex >= 0;
  return { isAtEnd, newCount: isCounting ? timeline.length - 1 - seenIndex : 0 };
}
