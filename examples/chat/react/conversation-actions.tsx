import type { ConversationID } from 'tim-reactive';
import { useConversation, useTimActions } from 'tim-reactive/react';
import { isMuted, remindTypeFor } from '../shared/conversation.ts';
import type { Page } from '../shared/page.ts';
import { Icon } from './icon.tsx';
import { useTask } from './use-task.ts';

interface ConversationActionsProps {
  readonly conversationID: ConversationID;
  readonly detailsPage: Page;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** What can be done to a conversation. */
export function ConversationActions(props: ConversationActionsProps) {
  const { conversationID, detailsPage, onOpen, onClose } = props;
  const { pin, setRemindType, delete: remove } = useTimActions().conversations;
  const row = useConversation(conversationID);
  const task = useTask();
  const isQuiet = row !== undefined && isMuted(row);
  const isPinned = row?.isPinned === true;

  const act = (work: () => Promise<unknown>) =>
    task.run(async () => {
      await work();
      return '';
    });

  return (
    <div className="header-actions">
      {row !== undefined && (
        <>
          <button
            type="button"
            className="icon-button"
            title="Pin"
            aria-label="Pin"
            aria-pressed={isPinned}
            onClick={() => void act(() => pin(conversationID, !isPinned))}
          >
            <Icon name="pin" />
          </button>
          <button
            type="button"
            className="icon-button"
            title="Mute"
            aria-label="Mute"
            aria-pressed={isQuiet}
            onClick={() => void act(() => setRemindType([conversationID], remindTypeFor(!isQuiet)))}
          >
            <Icon name="muted" />
          </button>
          <button
            type="button"
            className="icon-button"
            title="Delete"
            aria-label="Delete the conversation"
            onClick={() => void act(() => remove([conversationID])).then((isDone) => isDone && onClose())}
          >
            <Icon name="delete" />
          </button>
        </>
      )}
      <button
        type="button"
        className="icon-button"
        title="Details"
        aria-label="Details"
        onClick={() => onOpen(detailsPage)}
      >
        <Icon name="details" />
      </button>
      {task.notice?.tone === 'failed' && (
        <p className="header-error" role="alert">
          {task.notice.text}
        </p>
      )}
    </div>
  );
}
