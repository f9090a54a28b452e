import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Table } from '../shared/table.ts';
import type { History } from './history.ts';
import type { MessageIndex, Timeline } from './timeline.ts';

/** The slice `state.messages`. */
export interface MessagesState {
  readonly timelines: Table<ConversationID, Timeline>;
  readonly history: Table<ConversationID, History>;
  /** Message ID → message, for all conversations: `selectMessage` reads through it. */
  readonly index: MessageIndex;
}
