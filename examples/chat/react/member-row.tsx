import { memo } from 'react';
import type { GroupMember } from 'tim-reactive';
import { useMemberName } from 'tim-reactive/react';
import { formatTime } from '../shared/format-time.ts';
import type { Page } from '../shared/page.ts';
import { Avatar } from './avatar.tsx';
import { MemberActions } from './member-actions.tsx';
import type { Task } from './use-task.ts';

interface MemberRowProps {
  readonly groupID: string;
  readonly member: GroupMember;
  readonly task: Task;
  readonly onOpen: (page: Page) => void;
}

/** A member: folded up, who it is; unfolded, what can be done. */
export const MemberRow = memo(function MemberRow({ groupID, member, task, onOpen }: MemberRowProps) {
  const { userID, role, isMuted, muteUntil } = member;
  const name = useMemberName(groupID, userID);
  return (
    <li>
      <details className="member">
        <summary>
          <Avatar id={userID} name={name} />
          <span className="member-name">{name}</span>
          {isMuted && (
            <span className="tag" data-tone="warning">
              Muted until {formatTime(muteUntil)}
            </span>
          )}
          {(role === 'Owner' || role === 'Admin') && <span className="tag">{role}</span>}
        </summary>
        <MemberActions groupID={groupID} member={member} name={name} task={task} onOpen={onOpen} />
      </details>
    </li>
  );
});
