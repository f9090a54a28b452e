import type { ConversationID } from 'tim-reactive';
import { selectConversationName } from 'tim-reactive';
import { useTimSelector } from 'tim-reactive/react';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { MessageList } from './message-list.tsx';

interface ConversationViewProps {
  readonly conversationID: ConversationID;
  /** What was begun and not sent, by conversation. */
  readonly drafts: Map<ConversationID, string>;
  readonly onClose: () => void;
}

/** The open conversation. */
export function ConversationView({ conversationID, drafts, onClose }: ConversationViewProps) {
  const name = useTimSelector((state) => selectConversationName(state, conversationID));
  return (
    <section className="conversation" aria-label={`Conversation with ${name}`}>
      <ConversationHeader conversationID={conversationID} name={name} onClose={onClose} />
      <MessageList conversationID={conversationID} name={name} />
      <Composer conversationID={conversationID} name={name} drafts={drafts} onLeave={onClose} />
    </section>
  );
}
