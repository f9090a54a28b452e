import type { SubmitEvent } from 'react';
import { useGroupPermissions, useTimActions } from 'tim-reactive/react';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** Brings somebody into a group, where I may. */
export function InviteForm({ groupID }: { readonly groupID: string }) {
  const { canInvite } = useGroupPermissions(groupID);
  const { add } = useTimActions().members;
  const task = useTask();

  async function invite(event: SubmitEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const userID = readForm(event)('userID');
    const isDone = await task.run(async () => {
      const { successUserIDList, existedUserIDList } = await add(groupID, [userID]);
      if (successUserIDList.length > 0) return `${userID} is in the group now.`;
      return existedUserIDList.length > 0 ? `${userID} was in the group before.` : 'There is no such user.';
    });
    if (isDone) form.reset();
  }

  if (!canInvite) return null;
  return (
    <form className="form" aria-label="Invite" onSubmit={(event) => void invite(event)}>
      <label className="field">
        <span>Invite by user ID</span>
        <span className="field-row">
          <input name="userID" required placeholder="grace" autoCapitalize="none" autoComplete="off" />
          <button type="submit" className="button" disabled={task.isBusy}>
            Invite
          </button>
        </span>
      </label>
      <TaskStatus task={task} />
    </form>
  );
}
