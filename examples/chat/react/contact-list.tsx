import { useUserName, useUserStatus } from 'tim-reactive/react';
import type { Page } from '../shared/page.ts';
import { statusText } from '../shared/people-words.ts';
import { Avatar } from './avatar.tsx';
import { ListRow } from './list-row.tsx';

interface ContactListProps {
  readonly title: string;
  readonly userIDs: readonly string[];
  readonly openID: string | undefined;
  readonly onOpen: (page: Page) => void;
}

/** One of my lists of friends; nothing where nobody is in it. */
export function ContactList({ title, userIDs, openID, onOpen }: ContactListProps) {
  if (userIDs.length === 0) return null;
  return (
    <>
      <h3 className="list-title">{title}</h3>
      <ul aria-label={title}>
        {userIDs.map((userID) => (
          <ContactRow key={userID} userID={userID} isOpen={userID === openID} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

interface ContactRowProps {
  readonly userID: string;
  readonly isOpen: boolean;
  readonly onOpen: (page: Page) => void;
}

function ContactRow({ userID, isOpen, onOpen }: ContactRowProps) {
  const name = useUserName(userID);
  const status = statusText(useUserStatus(userID));
  return (
    <ListRow
      title={name}
      detail={status}
      icon={
        <span className="presence" data-status={status}>
          <Avatar id={userID} name={name} />
        </span>
      }
      isOpen={isOpen}
      onClick={() => onOpen({ kind: 'contact', userID })}
    />
  );
}
