import type { ReactNode } from 'react';
import { useUserName } from 'tim-reactive/react';
import { Avatar } from './avatar.tsx';

interface PersonRowProps {
  readonly userID: string;
  readonly detail?: string;
  /** The buttons. */
  readonly children: ReactNode;
}

/** Somebody in a list, with what can be done. */
export function PersonRow({ userID, detail, children }: PersonRowProps) {
  const name = useUserName(userID);
  return (
    <li className="person">
      <Avatar id={userID} name={name} />
      <span className="person-text">
        <span className="person-name">{name}</span>
        {detail !== undefined && detail !== '' && <span className="person-detail">{detail}</span>}
      </span>
      <span className="person-actions">{children}</span>
    </li>
  );
}
