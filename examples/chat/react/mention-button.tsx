import { useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useConversation } from 'tim-reactive/react';
import { withMentions } from '../shared/mentions.ts';
import { Icon } from './icon.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface MentionButtonProps {
  readonly conversationID: ConversationID;
  /** Whether new messages are seen as they come: then those that mention me are, too. */
  readonly isAtEnd: boolean;
  readonly onJump: (sequence: number) => Promise<boolean>;
}

/** The way to the messages that mention me, oldest first: kept here, as the server forgets them when they are read. */
export function MentionButton({ conversationID, isAtEnd, onJump }: MentionButtonProps) {
  const row = useConversation(conversationID);
  const [known, setKnown] = useState<readonly number[]>(() => withMentions([], row));
  const [seenCount, setSeenCount] = useState(0);
  const task = useTask();
  const next = known[seenCount];

  const listed = isAtEnd ? known : withMentions(known, row);
  if (listed !== known) setKnown(listed);

  function jump(sequence: number) {
    void task.run(async () => {
      const isThere = await onJump(sequence);
      setSeenCount(seenCount + 1);
      return isThere ? '' : 'The message is not there any more.';
    });
  }

  return (
    <div className="mention-jump">
      {next !== undefined && (
        <button type="button" className="float-button" disabled={task.isBusy} onClick={() => jump(next)}>
          <Icon name="mention" /> Someone mentioned you
        </button>
      )}
      <TaskStatus task={task} />
    </div>
  );
}
