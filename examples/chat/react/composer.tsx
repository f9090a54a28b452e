import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import { describeThrown } from '../shared/describe-error.ts';
import { isSendKey, welcomesFocus } from '../shared/keys.ts';
import { Icon } from './icon.tsx';

interface ComposerProps {
  readonly conversationID: ConversationID;
  readonly name: string;
  readonly drafts: Map<ConversationID, string>;
  readonly onLeave: () => void;
}

/** Where a message is written: Enter sends, Shift+Enter begins a new line, Escape leaves. */
export function Composer({ conversationID, name, drafts, onLeave }: ComposerProps) {
  const { sendText } = useTimActions().messages;
  const [text, setText] = useState(drafts.get(conversationID) ?? '');
  const [error, setError] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (welcomesFocus()) field.current?.focus();
  }, []);

  function write(next: string) {
    setText(next);
    drafts.set(conversationID, next);
  }

  function send() {
    setError('');
    field.current?.focus();
    if (text.trim() === '') return;
    try {
      // Whether it arrives, its row will tell; what is thrown here made no row, so the text stays.
      sendText(conversationID, text.trim());
      write('');
    } catch (thrown) {
      setError(describeThrown(thrown));
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onLeave();
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label={`Message to ${name}`}
        placeholder={`Message ${name}`}
        enterKeyHint="send"
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-label="Send" disabled={text.trim() === ''}>
        <Icon name="send" />
      </button>
      {error !== '' && (
        <p className="composer-error" role="alert">
          Not sent: {error}
        </p>
      )}
    </form>
  );
}
