import { memo, useState } from 'react';
import type { Message } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import { contentOf, isLine, isPassing } from '../shared/describe-message.ts';
import { formatTime, toDateTime } from '../shared/format-time.ts';
import { MESSAGE_STATE_LABEL, messageStateOf } from '../shared/message-state.ts';
import { MessageBody } from './bodies/message-body.tsx';
import { FailedSend } from './failed-send.tsx';
import { Icon } from './icon.tsx';
import { MessageEditor } from './message-editor.tsx';
import { MessageLine } from './message-line.tsx';
import { MessageMenu } from './message-menu.tsx';
import { MessageReactions } from './message-reactions.tsx';
import { MessageSender, RecalledMessage } from './message-sender.tsx';
import { PendingSend } from './pending-send.tsx';
import { PopMenu } from './pop-menu.tsx';
import { TaskStatus } from './task-status.tsx';
import type { RowCallbacks } from './use-message-commands.ts';
import { useMessageCommands } from './use-message-commands.ts';
import { useTask } from './use-task.ts';

interface MessageRowProps extends RowCallbacks {
  readonly message: Message;
  /** Whether it goes on where the same sender's previous message ended. */
  readonly follows: boolean;
  /** Whether it was just jumped to. */
  readonly isMarked: boolean;
  /** Whether it is one of those selected; `undefined` while none are. */
  readonly isSelected: boolean | undefined;
  /** Whether the Tab key stops at its menu. */
  readonly isTabStop: boolean;
  readonly onTabStop: (ID: string) => void;
}

/** One message: rendered when it changes itself, not when another one does. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, follows, isMarked, isSelected, isTabStop, onTabStop, onSelect } = props;
  const { ID, flow, status, time, error } = message;
  const { modify, addReaction } = useTimActions().messages;
  const task = useTask();
  const [isEditing, setIsEditing] = useState(false);
  const onCommand = useMessageCommands(message, task, () => setIsEditing(true), props);
  const isOwn = flow === 'out';
  const isNamed = !isOwn && message.conversationType === 'GROUP';
  const state = messageStateOf(message);

  function save(text: string) {
    setIsEditing(false);
    void task.run(async () => {
      await modify(ID, { payload: { text } });
      return '';
    });
  }

  function react(reactionID: string) {
    void task.run(async () => {
      await addReaction(ID, reactionID);
      return '';
    });
  }

  if (isPassing(message)) return null;
  if (isLine(message)) return <MessageLine message={message} />;
  if (message.isRevoked) return <RecalledMessage message={message} />;
  return (
    <li
      className="message"
      data-id={ID}
      data-flow={flow}
      data-named={isNamed}
      data-status={status}
      data-follows={follows}
      data-type={message.type}
      data-marked={isMarked}
    >
      {isNamed && !follows && <MessageSender message={message} />}
      <div className="bubble-line">
        {isSelected !== undefined && status === 'success' && (
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={`Select “${contentOf(message)}”`}
            onChange={() => onSelect(ID)}
          />
        )}
        <div className="bubble">
          {isOwn && <span className="visually-hidden">You: </span>}
          {isEditing ? (
            <MessageEditor text={contentOf(message)} onSave={save} onCancel={() => setIsEditing(false)} />
          ) : (
            <MessageBody content={message} message={message} />
          )}
          <span className="message-meta">
            {message.isModified && <span>edited</span>}
            <time dateTime={toDateTime(time)}>{formatTime(time)}</time>
            {isOwn && <Icon name={state} label={MESSAGE_STATE_LABEL[state]} />}
          </span>
        </div>
        {status === 'success' && isSelected === undefined && (
          <PopMenu
            icon="more"
            label="Actions"
            className="message-more"
            isTabStop={isTabStop}
            onFocus={() => onTabStop(ID)}
          >
            <MessageMenu message={message} onCommand={onCommand} onReact={react} />
          </PopMenu>
        )}
      </div>
      <MessageReactions ID={ID} task={task} />
      {status === 'sending' && <PendingSend message={message} />}
      {error !== undefined && <FailedSend ID={ID} error={error} />}
      <TaskStatus task={task} />
    </li>
  );
});
