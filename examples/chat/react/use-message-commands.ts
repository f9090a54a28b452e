import type { Message } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import type { Command } from '../shared/message-commands.ts';
import type { Task } from './use-task.ts';

/** What others do when one of their commands is chosen. */
export interface RowCallbacks {
  readonly onForward: (ID: string) => void;
  readonly onSelect: (ID: string) => void;
}

/** Does what was chosen in a message's menu. */
export function useMessageCommands(
  message: Message,
  task: Task,
  onEdit: () => void,
  { onForward, onSelect }: RowCallbacks,
): (command: Command) => void {
  const { revoke, delete: remove } = useTimActions().messages;
  const { ID } = message;
  const act = (work: () => Promise<unknown>, text = '') =>
    void task.run(async () => {
      await work();
      return text;
    });
  return (command) => {
    if (command === 'edit') onEdit();
    else if (command === 'forward') onForward(ID);
    else if (command === 'select') onSelect(ID);
    else if (command === 'recall') act(() => revoke(ID));
    else if (command === 'delete') act(() => remove([ID]));
    else if (message.type === 'TIMTextElem') {
      const { text } = message.payload;
      act(() => navigator.clipboard.writeText(text), 'Copied.');
    }
  };
}
