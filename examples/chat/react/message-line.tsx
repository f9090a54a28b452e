import type { Message } from 'tim-reactive';
import { useTimSelector } from 'tim-reactive/react';
import { lineOf } from '../shared/describe-message.ts';

/** What has happened in a group, or to my membership of one. */
export function MessageLine({ message }: { readonly message: Message }) {
  const text = useTimSelector((state) => lineOf(state, message));
  return <li className="message-line">{text}</li>;
}
