import { useReactions, useTimActions } from 'tim-reactive/react';
import type { Task } from './use-task.ts';

interface MessageReactionsProps {
  readonly ID: string;
  readonly task: Task;
}

/** Who reacted how to a message, as numbers: a click joins in, or takes mine back. */
export function MessageReactions({ ID, task }: MessageReactionsProps) {
  const { addReaction, removeReaction } = useTimActions().messages;
  const reactions = useReactions(ID);
  if (reactions.length === 0) return null;
  return (
    <div className="reactions">
      {reactions.map(({ reactionID, totalUserCount, reactedByMyself }) => (
        <button
          key={reactionID}
          type="button"
          className="reaction"
          aria-pressed={reactedByMyself}
          onClick={() =>
            void task.run(async () => {
              await (reactedByMyself ? removeReaction : addReaction)(ID, reactionID);
              return '';
            })
          }
        >
          {reactionID} {totalUserCount}
        </button>
      ))}
    </div>
  );
}
