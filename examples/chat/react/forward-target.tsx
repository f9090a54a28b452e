import type { ConversationID } from 'tim-reactive';
import { useConversationName } from 'tim-reactive/react';
import { moveFocus } from '../shared/keys.ts';
import { Avatar } from './avatar.tsx';

interface ForwardTargetProps {
  readonly conversationID: ConversationID;
  readonly onChoose: (conversationID: ConversationID) => void;
}

/** A conversation that messages can be sent on to. */
export function ForwardTarget({ conversationID, onChoose }: ForwardTargetProps) {
  const name = useConversationName(conversationID);
  return (
    <li>
      <button
        type="button"
        className="list-row"
        onClick={() => onChoose(conversationID)}
        onKeyDown={(event) => {
          if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
        }}
      >
        <Avatar id={conversationID} name={name} />
        {name}
      </button>
    </li>
  );
}
