import type { SubmitEvent } from 'react';
import type { Group } from 'tim-reactive';
import { useGroupPermissions, useTimActions, useUserName } from 'tim-reactive/react';
import { readForm } from '../shared/read-form.ts';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface GroupProfileProps {
  readonly group: Group;
}

/** What a group is about: to be changed by those who may, to be read by the others. */
export function GroupProfile({ group }: GroupProfileProps) {
  const { canEditProfile } = useGroupPermissions(group.groupID);
  const owner = useUserName(group.ownerID);
  return (
    <>
      <dl className="facts">
        <dt>Group ID</dt>
        <dd>{group.groupID}</dd>
        <dt>Owner</dt>
        <dd>{owner || '–'}</dd>
        {!canEditProfile && (
          <>
            <dt>Introduction</dt>
            <dd>{group.introduction || '–'}</dd>
            <dt>Notice</dt>
            <dd>{group.notification || '–'}</dd>
          </>
        )}
      </dl>
      {canEditProfile && <GroupForm group={group} />}
    </>
  );
}

function GroupForm({ group }: GroupProfileProps) {
  const { updateProfile } = useTimActions().groups;
  const task = useTask();

  function save(event: SubmitEvent<HTMLFormElement>) {
    const field = readForm(event);
    const [name, introduction, notification] = [field('name'), field('introduction'), field('notification')];
    void task.run(async () => {
      await updateProfile(group.groupID, { name, introduction, notification });
      return 'Saved.';
    });
  }

  return (
    <form className="form" aria-label="Group profile" onSubmit={save}>
      <label className="field">
        <span>Name</span>
        <input name="name" required defaultValue={group.name} autoComplete="off" />
      </label>
      <label className="field">
        <span>Introduction</span>
        <textarea name="introduction" rows={2} defaultValue={group.introduction} />
      </label>
      <label className="field">
        <span>Notice</span>
        <textarea name="notification" rows={2} defaultValue={group.notification} />
      </label>
      <div className="actions">
        <button type="submit" className="button" disabled={task.isBusy}>
          Save
        </button>
      </div>
      <TaskStatus task={task} />
    </form>
  );
}
