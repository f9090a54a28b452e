import type { Message } from 'tim-reactive';
import { useTimSelector, useTimStore, useUploadProgress } from 'tim-reactive/react';
import { WAITING_TEXT, waitingOf } from '../shared/pending.ts';
import { cancelSend } from '../shared/sends.ts';

/** How far a message on its way has come, and the way back as long as it waits. */
export function PendingSend({ message }: { readonly message: Message }) {
  const store = useTimStore();
  const percent = useUploadProgress(message.ID);
  const waiting = useTimSelector((state) => waitingOf(state, message));
  if (waiting !== undefined) {
    return (
      <p className="message-pending">
        {WAITING_TEXT[waiting]}{' '}
        <button type="button" className="text-button" onClick={() => cancelSend(store, message.ID)}>
          Cancel
        </button>
      </p>
    );
  }
  if (percent === undefined) return null;
  return (
    <p className="message-pending">
      <progress max={100} value={percent} aria-label="Upload" /> {Math.round(percent)} %
    </p>
  );
}
