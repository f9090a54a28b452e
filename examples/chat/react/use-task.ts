import { useCallback, useState } from 'react';
import type { TaskNotice, Work } from '../shared/task-notice.ts';
import { carryOut } from '../shared/task-notice.ts';

/** What the user does on a page, one thing at a time, and what became of the last one. */
export interface Task {
  readonly isBusy: boolean;
  readonly notice: TaskNotice | undefined;
  /** Answers whether it went well. */
  readonly run: (work: Work) => Promise<boolean>;
}

/** A place for things that take a moment and may fail. */
export function useTask(): Task {
  const [isBusy, setIsBusy] = useState(false);
  const [notice, setNotice] = useState<TaskNotice>();
  const run = useCallback(async (work: Work) => {
    setIsBusy(true);
    setNotice(undefined);
    const result = await carryOut(work);
    setIsBusy(false);
    setNotice(result);
    return result.tone === 'done';
  }, []);
  return { isBusy, notice, run };
}
