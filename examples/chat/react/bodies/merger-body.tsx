import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MergerPayload, MessageContent } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import { TaskStatus } from '../task-status.tsx';
import { useTask } from '../use-task.ts';
import { MergedMessages } from './merged-messages.tsx';

interface MergerBodyProps {
  readonly payload: MergerPayload;
  /** Of the message, where it is not itself within a merged one. */
  readonly ID: string | undefined;
  readonly renderContent: (content: MessageContent) => ReactNode;
}

/** Several messages in one: a card that opens to show them, which are fetched first where they did not come along. */
export function MergerBody({ payload, ID, renderContent }: MergerBodyProps) {
  const { title, abstractList, downloadKey, messageList, layersOverLimit } = payload;
  const { downloadMerger } = useTimActions().messages;
  const [isOpen, setIsOpen] = useState(false);
  const task = useTask();

  function open() {
    void task.run(async () => {
      if (ID !== undefined && downloadKey !== '') await downloadMerger(ID);
      setIsOpen(true);
      return '';
    });
  }

  return (
    <>
      <button type="button" className="merger" disabled={layersOverLimit || task.isBusy} onClick={open}>
        <strong>{title}</strong>
        {abstractList.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have nothing but their order
          <span key={index}>{line}</span>
        ))}
        <small>{layersOverLimit ? 'Too deep to be shown' : 'Show the messages'}</small>
      </button>
      <TaskStatus task={task} />
      {isOpen && (
        <MergedMessages
          title={title}
          messages={messageList}
          renderContent={renderContent}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
