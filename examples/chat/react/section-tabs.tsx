import type { KeyboardEvent } from 'react';
import { useGroupApplications, useUnreadFriendApplicationCount } from 'tim-reactive/react';
import { moveFocus } from '../shared/keys.ts';
import type { Section } from '../shared/page.ts';
import { SECTIONS } from '../shared/page.ts';
import { Icon } from './icon.tsx';

interface SectionTabsProps {
  readonly section: Section;
  /** The element that shows it. */
  readonly panelID: string;
  readonly onChange: (section: Section) => void;
}

/** The sections: one stop of the Tab key, and arrow keys within. */
export function SectionTabs({ section, panelID, onChange }: SectionTabsProps) {
  const friendRequests = useUnreadFriendApplicationCount();
  const groupRequests = useGroupApplications().filter(({ status }) => status === 'pending').length;
  const counts: Partial<Record<Section, number>> = { contacts: friendRequests, groups: groupRequests };
  return (
    <div className="tabs" role="tablist" aria-label="Sections">
      {SECTIONS.map(({ name, label }) => {
        const count = counts[name] ?? 0;
        return (
          <button
            key={name}
            type="button"
            role="tab"
            className="tab"
            aria-selected={name === section}
            aria-controls={panelID}
            tabIndex={name === section ? 0 : -1}
            onClick={() => onChange(name)}
            onKeyDown={onKeyDown}
          >
            <Icon name={name} />
            {label}
            {count > 0 && (
              <span className="badge">
                {count}
                <span className="visually-hidden">{count === 1 ? ' new request' : ' new requests'}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function onKeyDown(event: KeyboardEvent) {
  if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
}
