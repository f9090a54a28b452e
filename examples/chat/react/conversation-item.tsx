import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import type { Conversation, ConversationID } from 'tim-reactive';
import { selectConversationName, selectSenderName } from 'tim-reactive';
import { useSession, useTimSelector } from 'tim-reactive/react';
import { isMuted } from '../shared/conversation.ts';
import { previewOf } from '../shared/describe-message.ts';
import { formatBriefly, toDateTime } from '../shared/format-time.ts';
import { moveFocus } from '../shared/keys.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

interface ConversationItemProps {
  readonly row: Conversation;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (conversationID: ConversationID) => void;
  readonly onFocus: (conversationID: ConversationID) => void;
}

/** A row of the list: rendered when this conversation changes, not when another one does. */
export const ConversationItem = memo(function ConversationItem(props: ConversationItemProps) {
  const { row, isOpen, isTabStop, onOpen, onFocus } = props;
  const { conversationID, lastMessage, unreadCount } = row;
  const name = useTimSelector((state) => selectConversationName(state, conversationID));
  return (
    <li>
      <button
        type="button"
        className="conversation-item"
        aria-current={isOpen}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onOpen(conversationID)}
        onFocus={() => onFocus(conversationID)}
        onKeyDown={onKeyDown}
      >
        <Avatar id={conversationID} name={name} />
        <span className="conversation-line">
          <span className="conversation-name">
            <span>{name}</span>
            {isMuted(row) && <Icon name="muted" label="Muted" />}
          </span>
          {lastMessage && (
            <time className="conversation-time" dateTime={toDateTime(lastMessage.lastTime)}>
              {formatBriefly(lastMessage.lastTime)}
            </time>
          )}
        </span>
        <span className="conversation-line">
          <Preview row={row} />
          {unreadCount > 0 && !isOpen && (
            <span className="badge" data-muted={isMuted(row)}>
              {unreadCount}
              <span className="visually-hidden"> unread</span>
            </span>
          )}
        </span>
      </button>
    </li>
  );
});

function onKeyDown(event: KeyboardEvent) {
  if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
}

/** The last message in one line, with its sender where that is not plain. */
function Preview({ row: { type, lastMessage } }: { readonly row: Conversation }) {
  const { userID } = useSession();
  const from = lastMessage?.fromAccount ?? '';
  const senderName = useTimSelector((state) => selectSenderName(state, { from }));
  if (lastMessage === undefined) return <span className="conversation-preview">No messages yet</span>;
  const isOwn = from === userID;
  const sender = { senderName: isOwn ? 'You' : senderName, isNamed: isOwn || type === 'GROUP' };
  return <span className="conversation-preview">{previewOf(lastMessage, sender)}</span>;
}
