import { useState } from 'react';

interface ConfirmButtonProps {
  readonly label: string;
  /** What it says when it was pressed once. */
  readonly question: string;
  readonly onConfirm: () => void;
}

/** A button that has to be pressed twice, for what cannot be taken back. */
export function ConfirmButton({ label, question, onConfirm }: ConfirmButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  function press() {
    if (isAsking) onConfirm();
    setIsAsking(!isAsking);
  }
  return (
    <button
      type="button"
      className="button"
      data-tone="danger"
      data-asking={isAsking}
      onClick={press}
      onBlur={() => setIsAsking(false)}
    >
      {isAsking ? question : label}
    </button>
  );
}
