import type { Ref } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useSession, useTotalUnreadCount } from 'tim-reactive/react';
import { Avatar } from './avatar.tsx';
import { ConversationList } from './conversation-list.tsx';

interface SidebarProps {
  readonly ref: Ref<HTMLElement>;
  readonly name: string;
  readonly openID: ConversationID | undefined;
  readonly onOpen: (conversationID: ConversationID) => void;
}

/** Whose client this is, how much is unread, and the conversations. */
export function Sidebar({ ref, name, openID, onOpen }: SidebarProps) {
  const { userID = '' } = useSession();
  const unread = useTotalUnreadCount();
  return (
    <aside className="sidebar" ref={ref}>
      <header className="sidebar-header">
        <Avatar id={userID} name={name} />
        <div>
          <h2>{name}</h2>
          <p className="subtitle">React client</p>
        </div>
        {unread > 0 && (
          <span className="badge" title={`${unread} unread messages`}>
            {unread}
            <span className="visually-hidden"> unread messages</span>
          </span>
        )}
      </header>
      <ConversationList openID={openID} onOpen={onOpen} />
    </aside>
  );
}
