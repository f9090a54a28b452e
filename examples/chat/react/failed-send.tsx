import type { TimErrorInfo } from 'tim-reactive';
import { useSession, useTimActions } from 'tim-reactive/react';
import { describeError } from '../shared/describe-error.ts';

interface FailedSendProps {
  readonly ID: string;
  readonly error: TimErrorInfo;
}

/** Why a message was not sent, and the way to try again. */
export function FailedSend({ ID, error }: FailedSendProps) {
  const { resend } = useTimActions().messages;
  const { status } = useSession();
  return (
    <p className="message-error" role="alert">
      Not sent. {describeError(error)}{' '}
      <button type="button" className="text-button" disabled={status !== 'ready'} onClick={() => resend(ID)}>
        Retry
      </button>
    </p>
  );
}
