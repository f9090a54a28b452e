import { useCallback, useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { TYPES } from 'tim-reactive';
import { useConversations, useTimSelector } from 'tim-reactive/react';
import type { Page } from '../shared/page.ts';
import { conversationPage } from '../shared/page.ts';
import { ConversationItem } from './conversation-item.tsx';

interface ConversationListProps {
  readonly page: Page | undefined;
  readonly onOpen: (page: Page) => void;
}

/**
 * The conversations: one stop of the Tab key, at the row used last, and arrow keys within. The system's notices stand
 * with the groups.
 */
export function ConversationList({ page, onOpen }: ConversationListProps) {
  const rows = useConversations().filter(({ type }) => type !== TYPES.CONV_SYSTEM);
  const openID = page?.kind === 'conversation' ? page.conversationID : undefined;
  const isLoaded = useTimSelector((state) => state.conversations.isLoaded);
  const [lastID, setLastID] = useState(openID);
  const isListed = rows.some((row) => row.conversationID === lastID);
  const tabStop = isListed ? lastID : rows[0]?.conversationID;

  const open = useCallback(
    (id: ConversationID) => {
      setLastID(id);
      onOpen(conversationPage(id));
    },
    [onOpen],
  );

  if (rows.length === 0) return <p className="notice">{isLoaded ? 'No conversations yet.' : 'Loading…'}</p>;
  return (
    <nav className="conversations" aria-label="Conversations">
      <ul>
        {rows.map((row) => (
          <ConversationItem
            key={row.conversationID}
            row={row}
            isOpen={row.conversationID === openID}
            isTabStop={row.conversationID === tabStop}
            onOpen={open}
            onFocus={setLastID}
          />
        ))}
      </ul>
    </nav>
  );
}
