import type { UseMessagesResult } from 'tim-reactive/vue';
import type { Ref } from 'vue';
import { computed, watchPostEffect } from 'vue';
import { TOP_MARGIN, watchVisible } from '../shared/watch-visible.ts';

type History = Pick<UseMessagesResult, 'isLoaded' | 'isLoading' | 'isCompleted' | 'error' | 'loadOlder'>;

/** Loads the next older page whenever the element at the top of the list comes near, until there is none, or one fails. */
export function useOlderPages(history: History, top: Readonly<Ref<Element | null>>): void {
  const { isLoaded, isLoading, isCompleted, error, loadOlder } = history;
  // Watched anew after each page: where that did not fill the screen, the next one follows.
  const isDue = computed(
    () => isLoaded.value && !isLoading.value && !isCompleted.value && error.value === undefined,
  );
  watchPostEffect((onCleanup) => {
    if (!isDue.value || top.value === null) return;
    onCleanup(watchVisible(top.value, (isVisible) => isVisible && void loadOlder(), TOP_MARGIN));
  });
}
