import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Message } from '../messages/message.ts';
import { diffTimelines, emptyTimeline } from '../messages/timeline.ts';
import type { TableDiff } from '../shared/table.ts';
import { diffTables } from '../shared/table.ts';
import type { TimState } from '../state.ts';

/** What one commit changed; `streams.changes$` emits one for each. */
export interface TimChanges {
  readonly session: boolean;
  /** Rows, by ID. */
  readonly conversations: TableDiff<ConversationID>;
  /** Whether the list's order or its total unread count changed, or it came for the first time. */
  readonly conversationList: boolean;
  /** One entry for each conversation whose timeline changed. */
  readonly messages: readonly MessageChanges[];
  /** The conversations whose history (loading, cursor, error) changed. */
  readonly history: readonly ConversationID[];
  /** Users, by ID. */
  readonly profiles: TableDiff<string>;
}

/** What one commit changed in one conversation, each list oldest first. A message that was sent, and so moved up, is `updated`. */
export interface MessageChanges {
  readonly conversationID: ConversationID;
  readonly inserted: readonly Message[];
  readonly updated: readonly Message[];
  readonly removed: readonly Message[];
}

const EMPTY = emptyTimeline();

/** Compares two states by identity, top down: costs by what differs, whatever the reducers did to get there. */
export function diffStates(before: TimState, after: TimState): TimChanges {
  const timelines = diffTables(before.messages.timelines, after.messages.timelines);
  const history = diffTables(before.messages.history, after.messages.history);
  return {
    session: before.session !== after.session,
    conversations: diffTables(before.conversations.byID, after.conversations.byID),
    conversationList: before.conversations !== after.conversations,
    messages: changedIDs(timelines).map((conversationID) => ({
      conversationID,
      ...diffTimelines(
        before.messages.timelines.get(conversationID) ?? EMPTY,
        after.messages.timelines.get(conversationID) ?? EMPTY,
      ),
    })),
    history: changedIDs(history),
    profiles: diffTables(before.profiles, after.profiles),
  };
}

/** All IDs of a diff. */
export function changedIDs<K extends string>({ added, updated, removed }: TableDiff<K>): readonly K[] {
  return [...added, ...updated, ...removed];
}
