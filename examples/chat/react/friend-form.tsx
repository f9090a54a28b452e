import type { SubmitEvent } from 'react';
import { useFriend, useTimActions } from 'tim-reactive/react';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** What I call a friend. */
export function FriendForm({ userID }: { readonly userID: string }) {
  const { update } = useTimActions().friends;
  const friend = useFriend(userID);
  const task = useTask();

  function save(event: SubmitEvent<HTMLFormElement>) {
    const remark = readForm(event)('remark');
    void task.run(async () => {
      await update(userID, { remark });
      return 'Saved.';
    });
  }

  return (
    <form className="form" aria-label="Remark" onSubmit={save}>
      <label className="field">
        <span>What you call them</span>
        <span className="field-row">
          <input name="remark" defaultValue={friend?.remark} placeholder="Their nick" autoComplete="off" />
          <button type="submit" className="button" disabled={task.isBusy}>
            Save
          </button>
        </span>
      </label>
      <TaskStatus task={task} />
    </form>
  );
}
