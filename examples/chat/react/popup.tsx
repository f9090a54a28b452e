import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { moveFocus } from '../shared/keys.ts';
import { placePopover } from '../shared/place-popover.ts';

interface PopupProps {
  readonly label: string;
  readonly opener: RefObject<Element | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A list of buttons over the page, beside what opened it; a click and Escape close it. */
export function Popup({ label, opener, onClose, children }: PopupProps) {
  const popover = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (popover.current !== null && opener.current !== null) placePopover(popover.current, opener.current);
  }, [opener]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof Element && moveFocus(event.target, event.key)) event.preventDefault();
    event.stopPropagation();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what its buttons are pressed with comes by here
    <ul
      ref={popover}
      className="popup"
      popover="auto"
      aria-label={label}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
      onClick={() => popover.current?.hidePopover()}
      onKeyDown={onKeyDown}
    >
      {children}
    </ul>
  );
}
