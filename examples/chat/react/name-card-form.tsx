import type { SubmitEvent } from 'react';
import type { Group } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** What I am called in a group. */
export function NameCardForm({ group: { groupID, selfInfo } }: { readonly group: Group }) {
  const { setNameCard } = useTimActions().members;
  const task = useTask();

  function save(event: SubmitEvent<HTMLFormElement>) {
    const nameCard = readForm(event)('nameCard');
    void task.run(async () => {
      await setNameCard(groupID, selfInfo.userID, nameCard);
      return 'Saved.';
    });
  }

  return (
    <form className="form" aria-label="My name card" onSubmit={save}>
      <label className="field">
        <span>Your name in this group</span>
        <span className="field-row">
          <input
            name="nameCard"
            defaultValue={selfInfo.nameCard}
            placeholder="Your nick"
            autoComplete="off"
          />
          <button type="submit" className="button" disabled={task.isBusy}>
            Set
          </button>
        </span>
      </label>
      <TaskStatus task={task} />
    </form>
  );
}
