import type { TimErrorInfo } from 'tim-reactive';
import { useSession, useTimActions, useTimStore } from 'tim-reactive/react';
import { describeError } from '../shared/describe-error.ts';
import { keepSend } from '../shared/sends.ts';

interface FailedSendProps {
  readonly ID: string;
  readonly error: TimErrorInfo;
}

/** Why a message was not sent, and the ways to try again and to give it up. */
export function FailedSend({ ID, error }: FailedSendProps) {
  const store = useTimStore();
  const { resend, discard } = useTimActions().messages;
  const { status } = useSession();
  return (
    <p className="message-error" role="alert">
      Not sent. {describeError(error)}{' '}
      <button
        type="button"
        className="text-button"
        disabled={status !== 'ready'}
        onClick={() => keepSend(store, resend(ID))}
      >
        Retry
      </button>{' '}
      <button type="button" className="text-button" onClick={() => void discard(ID).catch(() => undefined)}>
        Discard
      </button>
    </p>
  );
}
