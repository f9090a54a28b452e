import { TYPES } from 'tim-reactive';
import { useConversation, useGroupApplications, useGroups, useTimSelector } from 'tim-reactive/react';
import { NOTICES_NAME } from '../shared/conversation.ts';
import { groupLine } from '../shared/group-words.ts';
import type { Page } from '../shared/page.ts';
import { conversationPage, keyOf } from '../shared/page.ts';
import { Avatar } from './avatar.tsx';
import { ListRow } from './list-row.tsx';
import { RowIcon } from './row-icon.tsx';

interface GroupsPanelProps {
  readonly page: Page | undefined;
  readonly onOpen: (page: Page) => void;
}

const NOTICES = conversationPage(TYPES.CONV_SYSTEM);

/** The groups that I am in, the ways into more, and who asks to be let into mine. */
export function GroupsPanel({ page, onOpen }: GroupsPanelProps) {
  const groups = useGroups();
  const isLoaded = useTimSelector((state) => state.groups.isLoaded);
  const pending = useGroupApplications().filter(({ status }) => status === 'pending').length;
  const unread = useConversation(TYPES.CONV_SYSTEM)?.unreadCount ?? 0;
  const isOpen = (other: Page) => keyOf(page) === keyOf(other);
  return (
    <nav className="list" aria-label="Groups">
      <ul>
        <ListRow
          title="New group"
          icon={<RowIcon name="add" />}
          isOpen={isOpen({ kind: 'newGroup' })}
          onClick={() => onOpen({ kind: 'newGroup' })}
        />
        <ListRow
          title="Join a group"
          icon={<RowIcon name="join" />}
          isOpen={isOpen({ kind: 'joinGroup' })}
          onClick={() => onOpen({ kind: 'joinGroup' })}
        />
        <ListRow
          title="Requests to join"
          icon={<RowIcon name="requests" />}
          badge={pending}
          counted="to answer"
          isOpen={isOpen({ kind: 'groupRequests' })}
          onClick={() => onOpen({ kind: 'groupRequests' })}
        />
        <ListRow
          title={NOTICES_NAME}
          icon={<RowIcon name="notices" />}
          badge={isOpen(NOTICES) ? 0 : unread}
          counted="unread"
          isOpen={isOpen(NOTICES)}
          onClick={() => onOpen(NOTICES)}
        />
      </ul>
      <h3 className="list-title">My groups</h3>
      <ul aria-label="My groups">
        {groups.map((group) => (
          <ListRow
            key={group.groupID}
            title={group.name || group.groupID}
            detail={groupLine(group)}
            icon={<Avatar id={group.groupID} name={group.name || group.groupID} />}
            isOpen={isOpen({ kind: 'group', groupID: group.groupID })}
            onClick={() => onOpen({ kind: 'group', groupID: group.groupID })}
          />
        ))}
      </ul>
      {groups.length === 0 && <p className="notice">{isLoaded ? 'No groups yet.' : 'Loading…'}</p>}
    </nav>
  );
}
