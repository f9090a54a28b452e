import type { Group } from 'tim-reactive';
import { useGroupPermissions, useTimActions } from 'tim-reactive/react';
import { ConfirmButton } from './confirm-button.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** What I may do to a group as a whole. */
export function GroupActions({ group: { groupID, muteAllMembers } }: { readonly group: Group }) {
  const { muteAll, quit, dismiss } = useTimActions().groups;
  const { canMute, canQuit, canDismiss } = useGroupPermissions(groupID);
  const task = useTask();
  const act = (work: () => Promise<unknown>) => () =>
    void task.run(async () => {
      await work();
      return '';
    });
  return (
    <>
      <div className="actions">
        {canMute && (
          <button
            type="button"
            className="button"
            aria-pressed={muteAllMembers}
            disabled={task.isBusy}
            onClick={act(() => muteAll(groupID, !muteAllMembers))}
          >
            Mute all
          </button>
        )}
        {canQuit && (
          <ConfirmButton label="Leave" question="Really leave?" onConfirm={act(() => quit(groupID))} />
        )}
        {canDismiss && (
          <ConfirmButton label="Dismiss" question="Really dismiss?" onConfirm={act(() => dismiss(groupID))} />
        )}
      </div>
      <TaskStatus task={task} />
    </>
  );
}
