import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useDraft, useTimStore } from 'tim-reactive/react';
import { isC2C } from '../shared/conversation.ts';
import { describeThrown } from '../shared/describe-error.ts';
import { isSendKey, welcomesFocus } from '../shared/keys.ts';
import { sendText } from '../shared/send-text.ts';
import { AttachMenu } from './attach-menu.tsx';
import { Icon } from './icon.tsx';
import { useSilence } from './use-silence.ts';

interface ComposerProps {
  readonly conversationID: ConversationID;
  readonly name: string;
  readonly onLeave: () => void;
}

/**
 * Where a message is written: Enter sends, Shift+Enter begins a new line, Escape leaves. What was begun is kept by the
 * store, while the text on screen stays here: a field that waits for a store loses its place.
 */
export function Composer({ conversationID, name, onLeave }: ComposerProps) {
  const store = useTimStore();
  const { messages, conversations } = store.actions;
  const [text, setText] = useState(useDraft(conversationID));
  const silence = useSilence(conversationID);
  const [error, setError] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (welcomesFocus()) field.current?.focus();
  }, []);

  function write(next: string) {
    setText(next);
    // Nobody is logged in: then the text is kept as long as the page is open.
    conversations.setDraft(conversationID, next).catch(() => undefined);
    if (isC2C(conversationID)) void messages.sendTyping(conversationID, next !== '');
  }

  function attempt(sendIt: () => void) {
    setError('');
    try {
      // Whether it arrives, its row will tell; what is thrown here made no row, so the text stays.
      sendIt();
    } catch (thrown) {
      setError(describeThrown(thrown));
    }
  }

  function send() {
    setError('');
    field.current?.focus();
    if (text.trim() === '' || silence !== '') return;
    attempt(() => {
      sendText(store, conversationID, text.trim());
      write('');
    });
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
      {silence === '' && <AttachMenu conversationID={conversationID} onSend={attempt} />}
      <textarea
        ref={field}
        rows={1}
        aria-label={`Message to ${name}`}
        placeholder={silence || `Message ${name}`}
        disabled={silence !== ''}
        enterKeyHint="send"
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-label="Send" disabled={text.trim() === '' || silence !== ''}>
        <Icon name="send" />
      </button>
      <output className="composer-silence">{silence}</output>
      {error !== '' && (
        <p className="composer-error" role="alert">
          Not sent: {error}
        </p>
      )}
    </form>
  );
}
