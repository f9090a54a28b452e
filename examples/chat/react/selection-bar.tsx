import { useTimActions } from 'tim-reactive/react';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface SelectionBarProps {
  readonly IDs: readonly string[];
  readonly onForward: () => void;
  readonly onEnd: () => void;
}

/** What can be done with several messages: stands where else one writes. */
export function SelectionBar({ IDs, onForward, onEnd }: SelectionBarProps) {
  const { delete: remove } = useTimActions().messages;
  const task = useTask();

  async function deleteAll() {
    const isDone = await task.run(async () => {
      await remove(IDs);
      return '';
    });
    if (isDone) onEnd();
  }

  const isIdle = IDs.length === 0 || task.isBusy;
  return (
    <fieldset className="selection-bar" aria-label="Selected messages">
      <span>{IDs.length} selected</span>
      <button type="button" className="button" data-tone="primary" disabled={isIdle} onClick={onForward}>
        Forward
      </button>
      <button type="button" className="button" disabled={isIdle} onClick={() => void deleteAll()}>
        Delete for me
      </button>
      <button type="button" className="button" onClick={onEnd}>
        Cancel
      </button>
      <TaskStatus task={task} />
    </fieldset>
  );
}
