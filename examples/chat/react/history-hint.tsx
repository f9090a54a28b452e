import type { ConversationID } from 'tim-reactive';
import { selectHistory } from 'tim-reactive';
import { useTimSelector } from 'tim-reactive/react';
import { describeHistory } from '../shared/describe-history.ts';

/** Says that messages are missing, or on their way. */
export function HistoryHint({ conversationID }: { readonly conversationID: ConversationID }) {
  const text = useTimSelector((state) => describeHistory(selectHistory(state, conversationID)));
  return text === '' ? null : <span className="history-hint"> · {text}</span>;
}
