import { useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { TYPES } from 'tim-reactive';
import { useConversations, useTimStore } from 'tim-reactive/react';
import { describeThrown } from '../shared/describe-error.ts';
import { forward } from '../shared/forward.ts';
import { ForwardTarget } from './forward-target.tsx';
import { Modal } from './modal.tsx';

interface ForwardDialogProps {
  readonly IDs: readonly string[];
  /** The name of the conversation that they are in. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** To whom messages are sent on, and, where they are several, whether as one. */
export function ForwardDialog({ IDs, name, onClose, onDone }: ForwardDialogProps) {
  const store = useTimStore();
  const rows = useConversations().filter(({ type }) => type !== TYPES.CONV_SYSTEM);
  const isSeveral = IDs.length > 1;
  const [asOne, setAsOne] = useState(isSeveral);
  const [error, setError] = useState('');

  function choose(to: ConversationID) {
    try {
      forward(store, to, IDs, { asOne, from: name });
      onDone();
    } catch (thrown) {
      setError(describeThrown(thrown));
    }
  }

  return (
    <Modal title={isSeveral ? `Forward ${IDs.length} messages` : 'Forward the message'} onClose={onClose}>
      {isSeveral && (
        <label className="check">
          <input type="checkbox" checked={asOne} onChange={({ target }) => setAsOne(target.checked)} />
          As one message
        </label>
      )}
      <ul className="forward-targets">
        {rows.map(({ conversationID }) => (
          <ForwardTarget key={conversationID} conversationID={conversationID} onChoose={choose} />
        ))}
      </ul>
      {error !== '' && (
        <p className="composer-error" role="alert">
          {error}
        </p>
      )}
    </Modal>
  );
}
