import type { ConversationID } from '../conversations/conversation-id.ts';

/** Somebody is writing to me in a one-to-one conversation. */
export interface Typing {
  readonly conversationID: ConversationID;
  /** The second (server time) up to which this holds, unless it is said again. */
  readonly until: number;
}

/** The slice `state.typing`: who is writing, the one first of whom it ends first. */
export type TypingState = readonly Typing[];
