import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { UseMessagesResult } from 'tim-reactive/react';
import { TOP_MARGIN, watchVisible } from '../shared/watch-visible.ts';

type History = Pick<UseMessagesResult, 'isLoaded' | 'isLoading' | 'isCompleted' | 'error' | 'loadOlder'>;

/** Loads the next older page whenever the element at the top of the list comes near, until there is none, or one fails. */
export function useOlderPages(history: History, top: RefObject<Element | null>): void {
  const { isLoaded, isLoading, isCompleted, error, loadOlder } = history;
  // Watched anew after each page: where that did not fill the screen, the next one follows.
  const isDue = isLoaded && !isLoading && !isCompleted && error === undefined;
  useEffect(() => {
    if (!isDue || top.current === null) return undefined;
    return watchVisible(top.current, (isVisible) => isVisible && void loadOlder(), TOP_MARGIN);
  }, [isDue, loadOlder, top]);
}
