import type { Message } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/vue';
import type { Command } from '../shared/message-commands.ts';
import type { Task } from './use-task.ts';

/** What others do when one of their commands is chosen. */
interface RowCallbacks {
  readonly onEdit: () => void;
  readonly onForward: () => void;
  readonly onSelect: () => void;
}

/** Does what was chosen in a message's menu. */
export function useMessageCommands(
  message: () => Message,
  run: Task['run'],
  { onEdit, onForward, onSelect }: RowCallbacks,
): (command: Command) => void {
  const { revoke, delete: remove } = useTimActions().messages;
  const act = (work: () => Promise<unknown>, text = ''): void =>
    void run(async () => {
      await work();
      return text;
    });
  return (command) => {
    const { ID, type, payload } = message();
    if (command === 'edit') onEdit();
    else if (command === 'forward') onForward();
    else if (command === 'select') onSelect();
    else if (command === 'recall') act(() => revoke(ID));
    else if (command === 'delete') act(() => remove([ID]));
    else if (type === 'TIMTextElem') act(() => navigator.clipboard.writeText(payload.text), 'Copied.');
  };
}
