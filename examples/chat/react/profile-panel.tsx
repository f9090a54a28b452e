import type { SubmitEvent } from 'react';
import type { ProfileChanges } from 'tim-reactive';
import { useMyProfile, useTimActions } from 'tim-reactive/react';
import { ALLOW_TYPES } from '../shared/people-words.ts';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** What others see of me, and who may add me. */
export function ProfilePanel() {
  const profile = useMyProfile();
  const { updateMine } = useTimActions().profiles;
  const task = useTask();

  function save(event: SubmitEvent<HTMLFormElement>) {
    const field = readForm(event);
    const changes: ProfileChanges = {
      nick: field('nick'),
      selfSignature: field('signature'),
      allowType: field('allowType'),
    };
    void task.run(async () => {
      await updateMine(changes);
      return 'Saved.';
    });
  }

  if (profile?.allowType === undefined) return <p className="notice">Loading…</p>;
  return (
    <form className="form" aria-label="My profile" onSubmit={save}>
      <p className="hint">User ID: {profile.userID}</p>
      <label className="field">
        <span>Nick</span>
        <input name="nick" defaultValue={profile.nick} autoComplete="off" />
      </label>
      <label className="field">
        <span>Signature</span>
        <textarea name="signature" rows={2} defaultValue={profile.selfSignature} />
      </label>
      <label className="field">
        <span>Who may add me</span>
        <select key={profile.allowType} name="allowType" defaultValue={profile.allowType}>
          {ALLOW_TYPES.map(({ type, label }) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" data-tone="primary" disabled={task.isBusy}>
        Save
      </button>
      <TaskStatus task={task} />
    </form>
  );
}
