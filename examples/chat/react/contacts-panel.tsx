import { TYPES } from 'tim-reactive';
import {
  useBlocklist,
  useFriendApplications,
  useFriendGroups,
  useFriends,
  useTimSelector,
} from 'tim-reactive/react';
import type { Page } from '../shared/page.ts';
import { ContactList } from './contact-list.tsx';
import { ListRow } from './list-row.tsx';
import { RowIcon } from './row-icon.tsx';

interface ContactsPanelProps {
  readonly page: Page | undefined;
  readonly onOpen: (page: Page) => void;
}

/** My friends, by my lists of them, and the ways to more and to fewer. */
export function ContactsPanel({ page, onOpen }: ContactsPanelProps) {
  const friends = useFriends();
  const groups = useFriendGroups();
  const requests = useFriendApplications();
  const blocked = useBlocklist();
  const isLoaded = useTimSelector((state) => state.friends.isLoaded);
  const received = requests.filter(({ type }) => type === TYPES.SNS_APPLICATION_SENT_TO_ME).length;
  const grouped = new Set(groups.flatMap(({ userIDList }) => userIDList));
  const others = friends.map(({ userID }) => userID).filter((userID) => !grouped.has(userID));
  const isOpen = (kind: Page['kind']) => page?.kind === kind;
  const openID = page?.kind === 'contact' ? page.userID : undefined;
  return (
    <nav className="list" aria-label="Contacts">
      <ul>
        <ListRow
          title="Add a friend"
          icon={<RowIcon name="add" />}
          isOpen={isOpen('addFriend')}
          onClick={() => onOpen({ kind: 'addFriend' })}
        />
        <ListRow
          title="Friend requests"
          icon={<RowIcon name="requests" />}
          badge={received}
          counted="to answer"
          isOpen={isOpen('friendRequests')}
          onClick={() => onOpen({ kind: 'friendRequests' })}
        />
        <ListRow
          title="Blocked"
          detail={blocked.length === 0 ? '' : `${blocked.length} blocked`}
          icon={<RowIcon name="blocked" />}
          isOpen={isOpen('blocklist')}
          onClick={() => onOpen({ kind: 'blocklist' })}
        />
      </ul>
      {groups.map(({ name, userIDList }) => (
        <ContactList key={name} title={name} userIDs={userIDList} openID={openID} onOpen={onOpen} />
      ))}
      <ContactList
        title={groups.length === 0 ? 'Friends' : 'Other friends'}
        userIDs={others}
        openID={openID}
        onOpen={onOpen}
      />
      {friends.length === 0 && <p className="notice">{isLoaded ? 'No friends yet.' : 'Loading…'}</p>}
    </nav>
  );
}
