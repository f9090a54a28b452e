import type { ComputedRef } from 'vue';
import { computed, watchPostEffect } from 'vue';
import type { ConversationID, TimStore, Timeline } from '../../src/index.ts';
import { selectTimeline } from '../../src/index.ts';

/** The version of a timeline that was on screen before this one; an empty one for another conversation. */
export function useRenderedTimeline(
  store: TimStore,
  id: () => ConversationID | undefined,
  timeline: () => Timeline,
): ComputedRef<Timeline> {
  const none = selectTimeline(store.getInitialState(), undefined);
  let rendered: { readonly id: ConversationID | undefined; readonly timeline: Timeline } | undefined;
  const pair = computed(() => {
    const now = { id: id(), timeline: timeline() };
    return { now, before: rendered !== undefined && rendered.id === now.id ? rendered.timeline : none };
  });
  watchPostEffect(() => {
    rendered = pair.value.now;
  });
  return computed(() => pair.value.before);
}
