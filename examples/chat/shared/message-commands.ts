import type { Message } from 'tim-reactive';

/** What can be done to one message by its menu. */
export type Command = 'copy' | 'edit' | 'recall' | 'forward' | 'select' | 'delete';

const LABELS: Readonly<Record<Command, string>> = {
  copy: 'Copy text',
  edit: 'Edit',
  recall: 'Recall',
  forward: 'Forward',
  select: 'Select several',
  delete: 'Delete for me',
};

/** The commands for a message, in the order of the menu. `isRevocable`: whether it may still be recalled. */
export function commandsFor(
  { type, flow, status }: Message,
  isRevocable: boolean,
): readonly { readonly command: Command; readonly label: string }[] {
  const isText = type === 'TIMTextElem';
  const isSent = status === 'success';
  const isFit: Readonly<Record<Command, boolean>> = {
    copy: isText,
    edit: isText && isSent && flow === 'out',
    recall: isRevocable,
    forward: isSent,
    select: isSent,
    delete: isSent,
  };
  const commands = (Object.keys(LABELS) as readonly Command[]).filter((command) => isFit[command]);
  return commands.map((command) => ({ command, label: LABELS[command] }));
}
