import type { Draft } from 'immer';
import { produce } from 'immer';
import { initialConversations, reduceConversations } from '../conversations/reduce-conversations.ts';
import type { StoreEvent } from '../events.ts';
import { initialMessages, reduceMessages } from '../messages/reduce-messages.ts';
import { reduceProfiles } from '../profiles/reduce-profiles.ts';
import { INITIAL_SESSION, reduceSession } from '../session/reduce-session.ts';
import { emptyTable } from '../shared/table.ts';
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
  return Object.freeze({ session: INITIAL_SESSION, ...emptyAccount() });
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
  if (leavesAccount(draft, event, options)) Object.assign(draft, emptyAccount());
  reduceSession(draft.session, event);
  reduceConversations(draft.conversations, event, options);
  reduceMessages(draft.messages, event);
  const profiles = reduceProfiles(draft.profiles, event);
  if (profiles !== draft.profiles) draft.profiles = profiles;
}

/** Whether nothing of the present account may stay. */
function leavesAccount(draft: Draft<TimState>, event: StoreEvent, options: ReduceOptions): boolean {
  switch (event.type) {
    case 'loggedOut':
      return true;
    case 'KICKED_OUT':
      return options.clearOnKick;
    case 'loginStarted':
    case 'sessionFound':
      return draft.session.userID !== undefined && draft.session.userID !== event.userID;
    default:
      return false;
  }
}

function emptyAccount(): Omit<TimState, 'session'> {
  return { conversations: initialConversations(), messages: initialMessages(), profiles: emptyTable() };
}
