import { useEffect } from 'react';
import { useGroup, useGroupMembers, useSession } from 'tim-reactive/react';
import { describeError } from '../shared/describe-error.ts';
import type { Page } from '../shared/page.ts';
import { MemberRow } from './member-row.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface MemberListProps {
  readonly groupID: string;
  readonly onOpen: (page: Page) => void;
}

/** The members of a group, a page at a time. */
export function MemberList({ groupID, onOpen }: MemberListProps) {
  const { members, isLoading, isLoaded, isCompleted, error, loadMore } = useGroupMembers(groupID);
  const count = useGroup(groupID)?.memberCount ?? 0;
  const isReady = useSession().status === 'ready';
  const task = useTask();
  const isDue = isReady && !isLoaded && error === undefined;

  useEffect(() => {
    if (isDue) void loadMore();
  }, [isDue, loadMore]);

  return (
    <section className="members" aria-label="Members">
      <h4>
        Members <span className="subtitle">{count}</span>
      </h4>
      <TaskStatus task={task} />
      <ul>
        {members.map((member) => (
          <MemberRow key={member.userID} groupID={groupID} member={member} task={task} onOpen={onOpen} />
        ))}
      </ul>
      {error !== undefined && (
        <p className="hint" role="alert">
          The members did not load. {describeError(error)}
        </p>
      )}
      {!isCompleted && (
        <button
          type="button"
          className="button"
          disabled={isLoading || !isReady}
          onClick={() => void loadMore()}
        >
          {isLoading ? 'Loading…' : 'More'}
        </button>
      )}
    </section>
  );
}
