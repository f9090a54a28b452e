import type { SubmitEvent } from 'react';
import { useTimActions } from 'tim-reactive/react';
import { ADD_TEXTS } from '../shared/people-words.ts';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface RequestFormProps {
  /** Who is asked; left out, the user says so. */
  readonly userID?: string;
}

/** Asks somebody for friendship. */
export function RequestForm({ userID }: RequestFormProps) {
  const { add } = useTimActions().friends;
  const task = useTask();

  async function ask(event: SubmitEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const field = readForm(event);
    const isDone = await task.run(async () => {
      const options = { wording: field('wording'), remark: field('remark') };
      return ADD_TEXTS[await add(userID ?? field('userID'), options)];
    });
    if (isDone) form.reset();
  }

  return (
    <form className="form" aria-label="Ask for friendship" onSubmit={(event) => void ask(event)}>
      {userID === undefined && (
        <label className="field">
          <span>User ID</span>
          <input name="userID" required placeholder="grace" autoCapitalize="none" autoComplete="off" />
        </label>
      )}
      <label className="field">
        <span>What you say</span>
        <input name="wording" placeholder="It is me" autoComplete="off" />
      </label>
      <label className="field">
        <span>What you call them</span>
        <input name="remark" placeholder="Their nick" autoComplete="off" />
      </label>
      <button type="submit" className="button" data-tone="primary" disabled={task.isBusy}>
        Ask for friendship
      </button>
      <TaskStatus task={task} />
    </form>
  );
}
