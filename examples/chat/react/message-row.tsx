import { memo } from 'react';
import type { Message } from 'tim-reactive';
import { isLine } from '../shared/describe-message.ts';
import { formatTime, toDateTime } from '../shared/format-time.ts';
import { MESSAGE_STATE_LABEL, messageStateOf } from '../shared/message-state.ts';
import { FailedSend } from './failed-send.tsx';
import { Icon } from './icon.tsx';
import { MessageLine } from './message-line.tsx';
import { MessageSender, RecalledMessage } from './message-sender.tsx';
import { MessageText } from './message-text.tsx';

interface MessageRowProps {
  readonly message: Message;
  /** Whether it goes on where the same sender's previous message ended. */
  readonly follows: boolean;
}

/** One message: rendered when it changes itself, not when another one does. */
export const MessageRow = memo(function MessageRow({ message, follows }: MessageRowProps) {
  const { flow, status, time, error } = message;
  const isOwn = flow === 'out';
  const isNamed = !isOwn && message.conversationType === 'GROUP';
  const state = messageStateOf(message);
  if (isLine(message)) return <MessageLine message={message} />;
  if (message.isRevoked) return <RecalledMessage message={message} />;
  return (
    <li className="message" data-flow={flow} data-named={isNamed} data-status={status} data-follows={follows}>
      {isNamed && !follows && <MessageSender message={message} />}
      <div className="bubble">
        {isOwn && <span className="visually-hidden">You: </span>}
        <MessageText message={message} />
        <span className="message-meta">
          <time dateTime={toDateTime(time)}>{formatTime(time)}</time>
          {isOwn && <Icon name={state} label={MESSAGE_STATE_LABEL[state]} />}
        </span>
      </div>
      {error !== undefined && <FailedSend ID={message.ID} error={error} />}
    </li>
  );
});
