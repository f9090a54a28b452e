import type { SubmitEvent } from 'react';
import { useBlocklist, useTimActions } from 'tim-reactive/react';
import { readForm } from '../shared/read-form.ts';
import { PageFrame } from './page-frame.tsx';
import { PersonRow } from './person-row.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** Whom I block. */
export function BlocklistPage({ onClose }: { readonly onClose: () => void }) {
  const { add, remove } = useTimActions().blocklist;
  const blocked = useBlocklist();
  const task = useTask();

  async function block(event: SubmitEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const userID = readForm(event)('userID');
    const isDone = await task.run(async () => {
      await add([userID]);
      return `${userID} is blocked.`;
    });
    if (isDone) form.reset();
  }

  const unblock = (userID: string) =>
    void task.run(async () => {
      await remove([userID]);
      return `${userID} can write to you again.`;
    });

  return (
    <PageFrame title="Blocked" subtitle="They cannot write to you" onClose={onClose}>
      <form className="form" aria-label="Block somebody" onSubmit={(event) => void block(event)}>
        <label className="field">
          <span>User ID</span>
          <span className="field-row">
            <input name="userID" required placeholder="dave" autoCapitalize="none" autoComplete="off" />
            <button type="submit" className="button" disabled={task.isBusy}>
              Block
            </button>
          </span>
        </label>
        <TaskStatus task={task} />
      </form>
      {blocked.length === 0 && <p className="hint">Nobody is blocked.</p>}
      <ul className="people" aria-label="Blocked">
        {blocked.map((userID) => (
          <PersonRow key={userID} userID={userID}>
            <button type="button" className="button" disabled={task.isBusy} onClick={() => unblock(userID)}>
              Unblock
            </button>
          </PersonRow>
        ))}
      </ul>
    </PageFrame>
  );
}
