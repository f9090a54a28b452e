import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { focusEnd, isSendKey } from '../shared/keys.ts';

interface MessageEditorProps {
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** Where a text that was sent is changed: Enter saves, Escape leaves it as it was. */
export function MessageEditor({ text, onSave, onCancel }: MessageEditorProps) {
  const [next, setNext] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusEnd(field.current), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel();
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    save();
  }
  function save() {
    const trimmed = next.trim();
    if (trimmed === '' || trimmed === text) onCancel();
    else onSave(trimmed);
  }

  return (
    <span className="message-editor">
      <textarea
        ref={field}
        aria-label="Edit the message"
        value={next}
        onChange={({ target }) => setNext(target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="actions">
        <button type="button" className="button" data-tone="primary" onClick={save}>
          Save
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </span>
    </span>
  );
}
