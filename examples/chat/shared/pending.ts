import type { Message, TimState } from 'tim-reactive';
import { selectTimeline } from 'tim-reactive';

/** What a message on its way waits for. */
export type Waiting = 'connection' | 'turn';

/** The words for it. */
export const WAITING_TEXT: Readonly<Record<Waiting, string>> = {
  connection: 'Waiting for the connection',
  turn: 'Waiting for the one before it',
};

/** What a message waits for: the network, or others of mine before it; `undefined` for one that is going out. */
export function waitingOf(state: TimState, { ID, conversationID }: Message): Waiting | undefined {
  if (state.session.network !== 'connected') return 'connection';
  const timeline = selectTimeline(state, conversationID);
  return timeline.at(timeline.indexOf(ID) - 1)?.status === 'sending' ? 'turn' : undefined;
}
