import type { Page } from '../shared/page.ts';
import { AddFriendPage } from './add-friend-page.tsx';
import { BlocklistPage } from './blocklist-page.tsx';
import { ContactPage } from './contact-page.tsx';
import { ConversationView } from './conversation-view.tsx';
import { FriendRequestsPage } from './friend-requests-page.tsx';
import { GroupPage } from './group-page.tsx';
import { GroupRequestsPage } from './group-requests-page.tsx';
import { JoinGroupPage } from './join-group-page.tsx';
import { NewGroupPage } from './new-group-page.tsx';

interface PageViewProps {
  readonly page: Page;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

const PAGES = {
  addFriend: AddFriendPage,
  friendRequests: FriendRequestsPage,
  blocklist: BlocklistPage,
  newGroup: NewGroupPage,
  joinGroup: JoinGroupPage,
  groupRequests: GroupRequestsPage,
} as const;

/** The page that is open. */
export function PageView({ page, ...ways }: PageViewProps) {
  if (page.kind === 'conversation') return <ConversationView {...page} {...ways} />;
  if (page.kind === 'contact') return <ContactPage {...page} {...ways} />;
  if (page.kind === 'group') return <GroupPage {...page} {...ways} />;
  const Form = PAGES[page.kind];
  return <Form {...ways} />;
}
