import { useCallback, useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { TYPES } from 'tim-reactive';
import { useConversationName } from 'tim-reactive/react';
import { NOTICES_NAME } from '../shared/conversation.ts';
import type { Page } from '../shared/page.ts';
import { toggled } from '../shared/selection.ts';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { ForwardDialog } from './forward-dialog.tsx';
import { MessageList } from './message-list.tsx';
import { SelectionBar } from './selection-bar.tsx';

interface ConversationViewProps {
  readonly conversationID: ConversationID;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** The open conversation, which of its messages are selected, and which are about to be sent on. */
export function ConversationView({ conversationID, onOpen, onClose }: ConversationViewProps) {
  const isSystem = conversationID === TYPES.CONV_SYSTEM;
  const ownName = useConversationName(conversationID);
  const name = isSystem ? NOTICES_NAME : ownName;
  const [selected, setSelected] = useState<readonly string[]>();
  const [forwarded, setForwarded] = useState<readonly string[]>();
  const select = useCallback((ID: string) => setSelected((before = []) => toggled(before, ID)), []);
  const forwardOne = useCallback((ID: string) => setForwarded([ID]), []);

  return (
    <section className="conversation" aria-label={`Conversation with ${name}`}>
      <ConversationHeader conversationID={conversationID} name={name} onOpen={onOpen} onClose={onClose} />
      <MessageList
        conversationID={conversationID}
        name={name}
        selected={selected}
        onForward={forwardOne}
        onSelect={select}
      />
      {selected !== undefined && (
        <SelectionBar
          IDs={selected}
          onForward={() => setForwarded(selected)}
          onEnd={() => setSelected(undefined)}
        />
      )}
      {!isSystem && selected === undefined && (
        <Composer conversationID={conversationID} name={name} onLeave={onClose} />
      )}
      {forwarded !== undefined && (
        <ForwardDialog
          IDs={forwarded}
          name={name}
          onClose={() => setForwarded(undefined)}
          onDone={() => {
            setForwarded(undefined);
            setSelected(undefined);
          }}
        />
      )}
    </section>
  );
}
