import { useEffect, useRef } from 'react';
import type { ConversationID, TimStore, Timeline } from '../../src/index.ts';
import { selectTimeline } from '../../src/index.ts';

/** Answers the version of a timeline that was on screen before this one; an empty one for another conversation. */
export function useRenderedTimeline(
  store: TimStore,
  id: ConversationID | undefined,
  timeline: Timeline,
): () => Timeline {
  const rendered = useRef({ store, id, timeline: selectTimeline(store.getInitialState(), undefined) });
  useEffect(() => {
    rendered.current = { store, id, timeline };
  }, [store, id, timeline]);
  return () => {
    const last = rendered.current;
    const isSame = last.store === store && last.id === id;
    return isSame ? last.timeline : selectTimeline(store.getInitialState(), undefined);
  };
}
