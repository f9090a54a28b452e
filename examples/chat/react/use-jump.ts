import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { MessageTarget } from 'tim-reactive';
import type { UseMessagesResult } from 'tim-reactive/react';
import { findRow, MARK_TIME } from '../shared/find-row.ts';

interface Jump {
  /** The message that was jumped to, for a moment. */
  readonly markedID: string | undefined;
  /** Loads what surrounds a message, shows it and marks it; answers whether there is one. */
  readonly jumpTo: (target: MessageTarget) => Promise<boolean>;
}

/** Ways to messages far up in the list. */
export function useJump(loadAround: UseMessagesResult['loadAround'], list: RefObject<Element | null>): Jump {
  const [mark, setMark] = useState<{ readonly ID: string }>();

  useEffect(() => {
    if (mark === undefined) return undefined;
    findRow(list.current, mark.ID)?.scrollIntoView({ block: 'center' });
    const timer = setTimeout(() => setMark(undefined), MARK_TIME);
    return () => clearTimeout(timer);
  }, [mark, list]);

  async function jumpTo(target: MessageTarget) {
    const message = await loadAround(target);
    if (message !== undefined) setMark({ ID: message.ID });
    return message !== undefined;
  }
  return { markedID: mark?.ID, jumpTo };
}
