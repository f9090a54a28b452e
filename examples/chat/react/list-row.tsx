import type { KeyboardEvent, ReactNode } from 'react';
import { moveFocus } from '../shared/keys.ts';

interface ListRowProps {
  readonly isOpen: boolean;
  readonly onClick: () => void;
  /** What stands in front: a picture. */
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail?: string;
  readonly badge?: number;
  /** What the badge counts. */
  readonly counted?: string;
}

/** A row of the sidebar that opens a page. */
export function ListRow({ isOpen, onClick, icon, title, detail, badge = 0, counted }: ListRowProps) {
  return (
    <li>
      <button
        type="button"
        className="list-row"
        aria-current={isOpen}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {icon}
        <span className="list-row-text">
          <span className="list-row-title">{title}</span>
          {detail !== undefined && detail !== '' && <span className="list-row-detail">{detail}</span>}
        </span>
        {badge > 0 && (
          <span className="badge">
            {badge}
            <span className="visually-hidden"> {counted}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function onKeyDown(event: KeyboardEvent) {
  if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
}
