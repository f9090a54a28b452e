import { useEffect, useRef } from 'react';
import type { ConversationID, TimelineGap } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import { isC2C } from '../shared/conversation.ts';
import { describeGap } from '../shared/describe-history.ts';
import { gapEdge, watchVisible } from '../shared/watch-visible.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface GapRowProps {
  readonly conversationID: ConversationID;
  readonly gap: TimelineGap;
}

/** A hole between two messages: a page of it is loaded when it is looked at, from the side where the reader is. */
export function GapRow({ conversationID, gap }: GapRowProps) {
  const { loadGap } = useTimActions().messages;
  const row = useRef<HTMLLIElement>(null);
  const { isBusy, notice, run } = useTask();
  const { from, to } = gap;

  // Anew after each page, which leaves a smaller gap.
  useEffect(() => {
    if (row.current !== null) return watchVisible(row.current, (isVisible) => void (isVisible && load()));
    return undefined;
    // oxlint-disable-next-line react/exhaustive-deps -- the same gap is another object in each version of the timeline
  }, [conversationID, from, to]);

  function load() {
    return run(async () => {
      await loadGap(conversationID, { from, to }, { from: gapEdge(row.current) });
      return '';
    });
  }

  return (
    <li ref={row} className="gap">
      {describeGap(gap, !isC2C(conversationID))}{' '}
      <button type="button" className="text-button" disabled={isBusy} onClick={() => void load()}>
        Load
      </button>
      <TaskStatus task={{ isBusy, notice, run }} />
    </li>
  );
}
