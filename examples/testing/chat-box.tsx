import { c2cID } from 'tim-reactive';
import { useMessages, useTimActions } from 'tim-reactive/react';
import { useState } from 'react';

/** What was said with somebody, and a field to answer. */
export function ChatBox({ peerID }: { readonly peerID: string }) {
  const { messages } = useMessages(c2cID(peerID));
  const { sendText } = useTimActions().messages;
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sendText(c2cID(peerID), text);
        setText('');
      }}
    >
      <ul>
        {messages.map((message) => (
          <li key={message.ID}>{message.type === 'TIMTextElem' && message.payload.text}</li>
        ))}
      </ul>
      <input aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit">Send</button>
    </form>
  );
}
