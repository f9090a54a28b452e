import type { SubmitEvent } from 'react';
import { useFriendGroups, useTimActions } from 'tim-reactive/react';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** In which of my lists a friend is, and a way to a new list. */
export function FriendGroups({ userID }: { readonly userID: string }) {
  const { createGroup, addToGroup, removeFromGroup } = useTimActions().friends;
  const groups = useFriendGroups();
  const task = useTask();

  const change = (name: string, isIn: boolean) =>
    void task.run(async () => {
      await (isIn ? addToGroup(name, [userID]) : removeFromGroup(name, [userID]));
      return '';
    });

  async function create(event: SubmitEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const name = readForm(event)('name');
    const isDone = await task.run(async () => {
      await createGroup(name, [userID]);
      return '';
    });
    if (isDone) form.reset();
  }

  return (
    <form className="form" aria-label="Friend groups" onSubmit={(event) => void create(event)}>
      <fieldset className="field" disabled={task.isBusy}>
        <legend>Friend groups</legend>
        {groups.map(({ name, userIDList }) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={userIDList.includes(userID)}
              onChange={(event) => change(name, event.target.checked)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>New friend group</span>
        <span className="field-row">
          <input name="name" required autoComplete="off" />
          <button type="submit" className="button" disabled={task.isBusy}>
            Create
          </button>
        </span>
      </label>
      <TaskStatus task={task} />
    </form>
  );
}
