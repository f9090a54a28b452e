import type { ConversationID } from 'tim-reactive';
import { TYPES } from 'tim-reactive';
import { useConversationName } from 'tim-reactive/react';
import { NOTICES_NAME } from '../shared/conversation.ts';
import type { Page } from '../shared/page.ts';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { MessageList } from './message-list.tsx';

interface ConversationViewProps {
  readonly conversationID: ConversationID;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** The open conversation. */
export function ConversationView({ conversationID, onOpen, onClose }: ConversationViewProps) {
  const isSystem = conversationID === TYPES.CONV_SYSTEM;
  const ownName = useConversationName(conversationID);
  const name = isSystem ? NOTICES_NAME : ownName;
  return (
    <section className="conversation" aria-label={`Conversation with ${name}`}>
      <ConversationHeader conversationID={conversationID} name={name} onOpen={onOpen} onClose={onClose} />
      <MessageList conversationID={conversationID} name={name} />
      {!isSystem && <Composer conversationID={conversationID} name={name} onLeave={onClose} />}
    </section>
  );
}
