import type { ConversationID } from 'tim-reactive';
import { useConversation } from 'tim-reactive/react';
import { isMuted } from '../shared/conversation.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

interface ConversationHeaderProps {
  readonly conversationID: ConversationID;
  readonly name: string;
  readonly onClose: () => void;
}

/** With whom one talks, and the way back where there is room for one pane only. */
export function ConversationHeader({ conversationID, name, onClose }: ConversationHeaderProps) {
  const row = useConversation(conversationID);
  return (
    <header className="conversation-header">
      <button type="button" className="back" aria-label="Back to the conversations" onClick={onClose}>
        <Icon name="back" />
      </button>
      <Avatar id={conversationID} name={name} />
      <div>
        <h3>{name}</h3>
        <p className="subtitle">{row?.type === 'GROUP' ? 'Group' : 'Direct messages'}</p>
      </div>
      {row !== undefined && isMuted(row) && <Icon name="muted" label="Muted" />}
    </header>
  );
}
