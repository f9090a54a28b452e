import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

interface PageFrameProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Whose picture stands there. */
  readonly avatarID?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the sidebar, unless it is a conversation: with a heading, and a way back. */
export function PageFrame({ title, subtitle, avatarID, onClose, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="conversation page" aria-label={title}>
      <header className="conversation-header">
        <button type="button" className="back" aria-label="Back" onClick={onClose}>
          <Icon name="back" />
        </button>
        {avatarID !== undefined && <Avatar id={avatarID} name={title} />}
        <div className="header-text">
          <h3 ref={heading} tabIndex={-1}>
            {title}
          </h3>
          {subtitle !== undefined && <p className="subtitle">{subtitle}</p>}
        </div>
      </header>
      <div className="page-body">{children}</div>
    </section>
  );
}
