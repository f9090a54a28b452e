import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import type { Conversation, ConversationID } from 'tim-reactive';
import { partnerOf } from 'tim-reactive';
import { useConversationName, useDraft, useSenderName, useSession } from 'tim-reactive/react';
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
  const name = useConversationName(conversationID);
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
            {row.isPinned && <Icon name="pin" label="Pinned" />}
            {isMuted(row) && <Icon name="muted" label="Muted" />}
          </span>
          {lastMessage && (
            <time className="conversation-time" dateTime={toDateTime(lastMessage.lastTime)}>
              {formatBriefly(lastMessage.lastTime)}
            </time>
          )}
        </span>
        <span className="conversation-line">
          <Preview row={row} isOpen={isOpen} />
          {row.groupAtInfoList.length > 0 && <Icon name="mention" label="Someone mentioned you" />}
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

interface PreviewProps {
  readonly row: Conversation;
  readonly isOpen: boolean;
}

/** In one line what was begun and not sent, else the last message, with its sender where that is not plain. */
function Preview({ row: { conversationID, type, lastMessage }, isOpen }: PreviewProps) {
  const { userID } = useSession();
  const draft = useDraft(conversationID);
  const from = lastMessage?.fromAccount ?? '';
  const to = partnerOf(conversationID)?.ID ?? '';
  const senderName = useSenderName({ from, to, conversationType: type });
  if (draft.trim() !== '' && !isOpen) return <span className="conversation-preview">Draft: {draft}</span>;
  if (lastMessage === undefined) return <span className="conversation-preview">No messages yet</span>;
  const isOwn = from === userID;
  const sender = { senderName: isOwn ? 'You' : senderName, isNamed: isOwn || type === 'GROUP' };
  return <span className="conversation-preview">{previewOf(lastMessage, sender)}</span>;
}
