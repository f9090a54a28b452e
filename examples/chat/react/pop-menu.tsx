import type { KeyboardEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { moveFocus } from '../shared/keys.ts';
import { Icon } from './icon.tsx';
import { Popup } from './popup.tsx';

interface PopMenuProps {
  readonly icon: string;
  readonly label: string;
  readonly className: string;
  readonly isTabStop?: boolean;
  readonly onFocus?: () => void;
  /** The items, `<li>` with a button in each; rendered while it is open. A click on one closes it. */
  readonly children: ReactNode;
}

/** A button that opens a list of others. Arrow keys move in the list, and among buttons of the same class. */
export function PopMenu(props: PopMenuProps) {
  const { icon, label, className, isTabStop = true, onFocus, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (moveFocus(event.currentTarget, event.key, `.${className}`)) event.preventDefault();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        title={label}
        aria-label={label}
        aria-expanded={isOpen}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => setIsOpen(true)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <Popup label={label} opener={opener} onClose={() => setIsOpen(false)}>
          {children}
        </Popup>
      )}
    </>
  );
}
