import { useState } from 'react';
import { selectSenderName } from 'tim-reactive';
import { useTimEvent, useTimStore } from 'tim-reactive/react';
import { contentOf, isLine, lineOf } from '../shared/describe-message.ts';
import { plainText } from '../shared/rich-text.ts';

/** Reads the newest message out to those who listen instead of looking. */
export function Announcer() {
  const store = useTimStore();
  const [text, setText] = useState('');
  useTimEvent('MESSAGE_RECEIVED', (messages) => {
    const newest = messages.filter(({ flow, onlineUserOnly }) => flow === 'in' && !onlineUserOnly).at(-1);
    if (newest === undefined) return;
    const state = store.getState();
    setText(
      isLine(newest)
        ? lineOf(state, newest)
        : `${selectSenderName(state, newest)}: ${plainText(contentOf(newest))}`,
    );
  });
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
