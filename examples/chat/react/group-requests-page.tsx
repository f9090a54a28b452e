import { useEffect } from 'react';
import type { GroupApplication } from 'tim-reactive';
import { useGroupApplications, useTimActions } from 'tim-reactive/react';
import { PageFrame } from './page-frame.tsx';
import { PersonRow } from './person-row.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

const DONE = { Agree: 'Let in.', Reject: 'Not let in.' } as const;

/** Who asks to be let into a group that I administer. */
export function GroupRequestsPage({ onClose }: { readonly onClose: () => void }) {
  const { groups, profiles } = useTimActions();
  const pending = useGroupApplications().filter(({ status }) => status === 'pending');
  const task = useTask();

  const applicants = pending.map(({ userID }) => userID).join(' ');

  useEffect(() => {
    // Another admin may have answered some: nobody tells.
    groups.getApplicationList().catch(() => undefined);
  }, [groups]);
  useEffect(() => {
    // A notice names strangers by their IDs alone.
    if (applicants !== '') profiles.get(applicants.split(' ')).catch(() => undefined);
  }, [profiles, applicants]);

  const answer = ({ ID }: GroupApplication, action: keyof typeof DONE) =>
    void task.run(async () => {
      await groups.handleApplication(ID, action);
      return DONE[action];
    });

  return (
    <PageFrame title="Requests to join" subtitle="Groups that you administer" onClose={onClose}>
      <TaskStatus task={task} />
      {pending.length === 0 && <p className="hint">Nobody asks.</p>}
      <ul className="people" aria-label="Requests to join">
        {pending.map((request) => (
          <PersonRow
            key={request.ID}
            userID={request.userID}
            detail={[request.groupName || request.groupID, request.applyMessage].filter(Boolean).join(': ')}
          >
            <button
              type="button"
              className="button"
              data-tone="primary"
              disabled={task.isBusy}
              onClick={() => answer(request, 'Agree')}
            >
              Agree
            </button>
            <button
              type="button"
              className="button"
              disabled={task.isBusy}
              onClick={() => answer(request, 'Reject')}
            >
              Refuse
            </button>
          </PersonRow>
        ))}
      </ul>
    </PageFrame>
  );
}
