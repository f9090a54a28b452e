import type { ReactNode } from 'react';

interface PopItemProps {
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** An item of a menu. */
export function PopItem({ onSelect, children }: PopItemProps) {
  return (
    <li>
      <button type="button" onClick={onSelect}>
        {children}
      </button>
    </li>
  );
}
