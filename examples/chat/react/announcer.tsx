import { useState } from 'react';
import { selectSenderName } from 'tim-reactive';
import { useTimEvent, useTimStore } from 'tim-reactive/react';
import { contentOf } from '../shared/describe-message.ts';

/** Reads the newest message out to those who listen instead of looking. */
export function Announcer() {
  const store = useTimStore();
  const [text, setText] = useState('');
  useTimEvent('MESSAGE_RECEIVED', (messages) => {
    const newest = messages.filter(({ flow }) => flow === 'in').at(-1);
    if (newest !== undefined) setText(`${selectSenderName(store.getState(), newest)}: ${contentOf(newest)}`);
  });
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
