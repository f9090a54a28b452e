import type { ConversationID } from '../conversations/conversation-id.ts';
import type { TimState } from '../state.ts';
import type { History } from './history.ts';
import { EMPTY_HISTORY } from './history.ts';
import type { Message } from './message.ts';
import type { Timeline } from './timeline.ts';
import { emptyTimeline } from './timeline.ts';

const NO_MESSAGES = emptyTimeline();

/** A conversation's messages, oldest first; an empty timeline where none are known. Changes with that conversation only. */
export function selectTimeline(state: TimState, conversationID: ConversationID | undefined): Timeline {
  return (conversationID && state.messages.timelines.get(conversationID)) ?? NO_MESSAGES;
}

/** How far a conversation's history has been loaded, and whether more is on its way. */
export function selectHistory(state: TimState, conversationID: ConversationID | undefined): History {
  return (conversationID && state.messages.history.get(conversationID)) ?? EMPTY_HISTORY;
}

/** A message by its ID, in whichever conversation; `undefined` where the store does not have it. */
export function selectMessage(state: TimState, ID: string | undefined): Message | undefined {
  const known = ID === undefined ? undefined : state.messages.index.get(ID);
  return known && state.messages.timelines.get(known.conversationID)?.get(known.ID);
}
