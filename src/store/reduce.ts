import type { Draft } from 'immer';
import { produce } from 'immer';
import { initialConversations, reduceConversations } from '../conversations/reduce-conversations.ts';
import type { StoreEvent } from '../events.ts';
import { initialMessages, reduceMessages } from '../messages/reduce-messages.ts';
import { initialProfiles, reduceProfiles } from '../profiles/reduce-profiles.ts';
import { INITIAL_SESSION, reduceSession } from '../session/reduce-session.ts';
import type { TimState } from '../state.ts';

/** What the reducers must know beside the events. */
export interface ReduceOptions {
  /** Whether the SDK's list events carry only what changed. */
  readonly isPartial: boolean;
  /** Whether a kick-out empties the state, as a logout does. */
  readonly clearOnKick: boolean;
}

/** A store in which nobody has logged in. */
export function initialState(): TimState {
  const { conversations, messages, profiles } = emptyAccount();
  return Object.freeze({
    session: INITIAL_SESSION,
    conversations: Object.freeze(conversations),
    messages: Object.freeze(messages),
    profiles: Object.freeze(profiles),
  });
}

/**
 * The state after these events: one immer transaction over the top of the tree. Collections are rebuilt by their own
 * structures and assigned, never drafted. Answers the same state where the events change nothing.
 */
export function reduce(state: TimState, events: readonly StoreEvent[], options: ReduceOptions): TimState {
  return produce(state, (draft) => {
    for (const event of events) reduceOne(draft, event, options);
  });
}

function reduceOne(draft: Draft<TimState>, event: StoreEvent, options: ReduceOptions): void {
  const before = draft.session.userID;
  reduceSession(draft.session, event);
  // Whoever was logged in: when that changes, nothing of theirs may stay. So where there is no user, there is no data.
  const isOver = before !== undefined && draft.session.userID !== before;
  if (isOver || (event.type === 'KICKED_OUT' && options.clearOnKick)) Object.assign(draft, emptyAccount());
  reduceConversations(draft.conversations, event, options);
  reduceMessages(draft.messages, event);
  reduceProfiles(draft.profiles, event);
}

function emptyAccount(): Omit<TimState, 'session'> {
  return {
    conversations: initialConversations(),
    messages: initialMessages(),
    profiles: initialProfiles(),
  };
}
