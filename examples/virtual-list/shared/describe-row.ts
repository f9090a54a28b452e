import type { MessageRow, RowSeparator } from 'tim-reactive';
import { messagePreview } from 'tim-reactive';

/** The classes of a row. */
export function classOf({ message, isFirstOfSender }: MessageRow): string {
  return ['row', message.flow === 'out' && 'own', isFirstOfSender && 'first'].filter(Boolean).join(' ');
}

/** What stands in the bubble. */
export function textOf({ message }: MessageRow): string {
  return message.type === 'TIMTextElem' ? message.payload.text : messagePreview(message);
}

/** What stands between two rows. */
export function separatorText(separator: RowSeparator): string {
  if (separator.kind === 'date') return separator.day;
  if (separator.kind === 'gap') return 'Messages are missing here';
  return separator.kind === 'unread' ? 'New' : 'Nothing was written before';
}
