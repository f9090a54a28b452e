import type { GroupMember } from 'tim-reactive';
import { useGroup, useGroupPermissions, useTimActions } from 'tim-reactive/react';
import { rightsOver } from '../shared/group-words.ts';
import type { Page } from '../shared/page.ts';
import { ConfirmButton } from './confirm-button.tsx';
import type { Task } from './use-task.ts';

interface MemberActionsProps {
  readonly groupID: string;
  readonly member: GroupMember;
  readonly name: string;
  readonly task: Task;
  readonly onOpen: (page: Page) => void;
}

/** What I may do to a member. */
export function MemberActions({ groupID, member, name, task, onOpen }: MemberActionsProps) {
  const { members, groups } = useTimActions();
  const { userID, role, isMuted } = member;
  const myRole = useGroup(groupID)?.selfInfo.role ?? '';
  const rights = rightsOver(member, myRole, useGroupPermissions(groupID));
  const isAdmin = role === 'Admin';
  const act = (text: string, work: () => Promise<unknown>) => () =>
    void task.run(async () => {
      await work();
      return `${name} ${text}`;
    });

  return (
    <div className="actions">
      <button type="button" className="button" onClick={() => onOpen({ kind: 'contact', userID })}>
        Show
      </button>
      {rights.canMute && !isMuted && (
        <button
          type="button"
          className="button"
          onClick={act('is muted for a minute.', () => members.setMuteTime(groupID, userID, 60))}
        >
          Mute 1 min
        </button>
      )}
      {rights.canMute && isMuted && (
        <button
          type="button"
          className="button"
          onClick={act('may write again.', () => members.setMuteTime(groupID, userID, 0))}
        >
          Unmute
        </button>
      )}
      {rights.canSetAdmin && (
        <button
          type="button"
          className="button"
          onClick={act(isAdmin ? 'is no admin any more.' : 'is an admin.', () =>
            members.setRole(groupID, userID, isAdmin ? 'Member' : 'Admin'),
          )}
        >
          {isAdmin ? 'Make ordinary member' : 'Make admin'}
        </button>
      )}
      {rights.canTransfer && (
        <ConfirmButton
          label="Make owner"
          question="Really hand over?"
          onConfirm={act('is the owner now.', () => groups.changeOwner(groupID, userID))}
        />
      )}
      {rights.canRemove && (
        <ConfirmButton
          label="Remove"
          question="Really remove?"
          onConfirm={act('is out of the group.', () => members.delete(groupID, [userID]))}
        />
      )}
    </div>
  );
}
