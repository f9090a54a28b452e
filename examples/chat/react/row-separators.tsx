import type { ConversationID, RowSeparator } from 'tim-reactive';
import { formatDay } from '../shared/format-time.ts';
import { GapRow } from './gap-row.tsx';

interface RowSeparatorsProps {
  readonly conversationID: ConversationID;
  readonly separators: readonly RowSeparator[];
}

/** What stands above a message. That nothing older is there, the top of the list tells. */
export function RowSeparators({ conversationID, separators }: RowSeparatorsProps) {
  return separators.map((separator, place) => {
    switch (separator.kind) {
      case 'gap':
        // oxlint-disable-next-line react/no-array-index-key -- a gap stays the same row while it gets smaller
        return <GapRow key={place} conversationID={conversationID} gap={separator.gap} />;
      case 'date':
        return (
          <li key="date" className="day">
            {formatDay(separator.time)}
          </li>
        );
      case 'unread':
        return (
          <li key="unread" className="unread-line">
            New messages
          </li>
        );
      default:
        return null;
    }
  });
}
