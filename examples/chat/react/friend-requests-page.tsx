import { useEffect } from 'react';
import type { FriendApplication } from 'tim-reactive';
import { TYPES } from 'tim-reactive';
import { useFriendApplications, useTimActions, useUnreadFriendApplicationCount } from 'tim-reactive/react';
import { PageFrame } from './page-frame.tsx';
import { PersonRow } from './person-row.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

/** Who asks me for friendship, and whom I have asked. */
export function FriendRequestsPage({ onClose }: { readonly onClose: () => void }) {
  const { acceptApplication, refuseApplication, deleteApplication, setApplicationRead } =
    useTimActions().friends;
  const requests = useFriendApplications();
  const unread = useUnreadFriendApplicationCount();
  const task = useTask();
  const received = requests.filter(({ type }) => type === TYPES.SNS_APPLICATION_SENT_TO_ME);
  const sent = requests.filter(({ type }) => type === TYPES.SNS_APPLICATION_SENT_BY_ME);

  useEffect(() => {
    // Seen now; if it fails, the badge just stays.
    if (unread > 0) setApplicationRead().catch(() => undefined);
  }, [unread, setApplicationRead]);

  const answer = (request: FriendApplication, act: () => Promise<void>, text: string) =>
    void task.run(async () => {
      await act();
      return `${request.nick || request.userID} ${text}`;
    });

  return (
    <PageFrame title="Friend requests" onClose={onClose}>
      <TaskStatus task={task} />
      <h4>Received</h4>
      {received.length === 0 && <p className="hint">Nobody asks.</p>}
      <ul className="people" aria-label="Received">
        {received.map((request) => (
          <PersonRow key={request.userID} userID={request.userID} detail={request.wording}>
            <button
              type="button"
              className="button"
              data-tone="primary"
              disabled={task.isBusy}
              onClick={() => answer(request, () => acceptApplication(request.userID), 'is your friend now.')}
            >
              Accept
            </button>
            <button
              type="button"
              className="button"
              disabled={task.isBusy}
              onClick={() => answer(request, () => refuseApplication(request.userID), 'was refused.')}
            >
              Refuse
            </button>
          </PersonRow>
        ))}
      </ul>
      <h4>Sent</h4>
      {sent.length === 0 && <p className="hint">You are waiting for nobody.</p>}
      <ul className="people" aria-label="Sent">
        {sent.map((request) => (
          <PersonRow key={request.userID} userID={request.userID} detail={request.wording}>
            <button
              type="button"
              className="button"
              disabled={task.isBusy}
              onClick={() =>
                answer(
                  request,
                  () => deleteApplication(request.userID, { type: TYPES.SNS_APPLICATION_SENT_BY_ME }),
                  'is not on the list any more.',
                )
              }
            >
              Forget
            </button>
          </PersonRow>
        ))}
      </ul>
    </PageFrame>
  );
}
