import type { Ref } from 'react';
import { useId, useState } from 'react';
import { useSession, useTotalUnreadCount, useUserName } from 'tim-reactive/react';
import type { Page, Section } from '../shared/page.ts';
import { Avatar } from './avatar.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { ConversationList } from './conversation-list.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { useFetchedLists } from './use-fetched-lists.ts';

interface SidebarProps {
  readonly ref: Ref<HTMLElement>;
  readonly name: string;
  readonly page: Page | undefined;
  readonly onOpen: (page: Page) => void;
}

const PANELS = {
  chats: ConversationList,
  contacts: ContactsPanel,
  groups: GroupsPanel,
  profile: ProfilePanel,
} as const;

/** Whose client this is, how much is unread, and the section chosen. */
export function Sidebar({ ref, name, page, onOpen }: SidebarProps) {
  const { userID = '' } = useSession();
  const nick = useUserName(userID) || name;
  const unread = useTotalUnreadCount();
  const [section, setSection] = useState<Section>('chats');
  const panelID = useId();
  useFetchedLists();
  const Panel = PANELS[section];
  return (
    <aside className="sidebar" ref={ref}>
      <header className="sidebar-header">
        <Avatar id={userID} name={nick} />
        <div>
          <h2>{nick}</h2>
          <p className="subtitle">React client</p>
        </div>
        {unread > 0 && (
          <span className="badge" title={`${unread} unread messages`}>
            {unread}
            <span className="visually-hidden"> unread messages</span>
          </span>
        )}
      </header>
      <SectionTabs section={section} panelID={panelID} onChange={setSection} />
      <div className="panel" id={panelID} role="tabpanel" aria-label={section}>
        <Panel page={page} onOpen={onOpen} />
      </div>
    </aside>
  );
}
