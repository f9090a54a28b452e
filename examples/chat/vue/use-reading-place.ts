import type { Timeline } from 'tim-reactive';
import type { Ref } from 'vue';
import { computed, ref, watchPostEffect } from 'vue';
import { END_MARGIN, watchVisible } from '../shared/watch-visible.ts';

interface ReadingPlace {
  /** Whether the end of the list is on screen; `undefined` until that is known. */
  readonly isAtEnd: Readonly<Ref<boolean | undefined>>;
  /** How many messages came since it left the screen. */
  readonly newCount: Readonly<Ref<number>>;
}

/** Whether the reader sees the newest message, and how many have come since, by the element that ends the list. */
export function useReadingPlace(
  timeline: Readonly<Ref<Timeline>>,
  end: Readonly<Ref<Element | null>>,
): ReadingPlace {
  const isAtEnd = ref<boolean>();
  const seenID = ref<string>();

  watchPostEffect((onCleanup) => {
    if (end.value === null) return;
    const onChange = (isVisible: boolean): void => {
      const [newest] = timeline.value.slice(-1);
      isAtEnd.value = isVisible;
      seenID.value = newest?.ID;
    };
    onCleanup(watchVisible(end.value, onChange, END_MARGIN));
  });

  const newCount = computed(() => {
    const seenIndex = seenID.value === undefined ? -1 : timeline.value.indexOf(seenID.value);
    const isCounting = isAtEnd.value === false && seenIndex >= 0;
    return isCounting ? timeline.value.length - 1 - seenIndex : 0;
  });
  return { isAtEnd, newCount };
}
