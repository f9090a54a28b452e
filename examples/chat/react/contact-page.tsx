import { useEffect } from 'react';
import { c2cID } from 'tim-reactive';
import {
  useFriend,
  useIsBlocked,
  useProfile,
  useSession,
  useTimActions,
  useUserName,
  useUserStatus,
} from 'tim-reactive/react';
import type { Page } from '../shared/page.ts';
import { conversationPage } from '../shared/page.ts';
import { statusText } from '../shared/people-words.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FriendForm } from './friend-form.tsx';
import { FriendGroups } from './friend-groups.tsx';
import { PageFrame } from './page-frame.tsx';
import { RequestForm } from './request-form.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface ContactPageProps {
  readonly userID: string;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** Somebody, a friend or not: who it is, and what I can do about it. */
export function ContactPage({ userID, onOpen, onClose }: ContactPageProps) {
  const { profiles, friends, blocklist } = useTimActions();
  const { userID: me, status } = useSession();
  const name = useUserName(userID);
  const profile = useProfile(userID);
  const isFriend = useFriend(userID) !== undefined;
  const isBlocked = useIsBlocked(userID);
  const presence = statusText(useUserStatus(userID));
  const task = useTask();

  useEffect(() => {
    // Without it the page just shows less.
    if (status === 'ready') profiles.get([userID]).catch(() => undefined);
  }, [status, profiles, userID]);

  const remove = () =>
    void task.run(async () => {
      const { failureUserIDList } = await friends.delete([userID]);
      return failureUserIDList.length > 0 ? 'That did not work.' : `${name} is no friend any more.`;
    });
  const block = () =>
    void task.run(async () => {
      await (isBlocked ? blocklist.remove([userID]) : blocklist.add([userID]));
      return isBlocked ? `${name} can write to you again.` : `${name} is blocked.`;
    });

  return (
    <PageFrame title={name} subtitle={presence || userID} avatarID={userID} onClose={onClose}>
      <dl className="facts">
        <dt>User ID</dt>
        <dd>{userID}</dd>
        <dt>Nick</dt>
        <dd>{profile?.nick || '–'}</dd>
        <dt>Signature</dt>
        <dd>{profile?.selfSignature || '–'}</dd>
      </dl>
      {userID !== me && (
        <>
          <div className="actions">
            <button
              type="button"
              className="button"
              data-tone="primary"
              onClick={() => onOpen(conversationPage(c2cID(userID)))}
            >
              Message
            </button>
            <button type="button" className="button" disabled={task.isBusy} onClick={block}>
              {isBlocked ? 'Unblock' : 'Block'}
            </button>
            {isFriend && <ConfirmButton label="Remove friend" question="Really remove?" onConfirm={remove} />}
          </div>
          <TaskStatus task={task} />
          {isFriend ? (
            <>
              <FriendForm userID={userID} />
              <FriendGroups userID={userID} />
            </>
          ) : (
            <RequestForm userID={userID} />
          )}
        </>
      )}
    </PageFrame>
  );
}
