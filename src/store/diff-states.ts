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
  /** Whether anything of the list changed: a row, the order, the total unread count. */
  readonly conversationList: boolean;
  /** One entry for each conversation whose timeline changed. */
  readonly messages: readonly MessageChanges[];
  /** The conversations whose history (loading, cursor, error) changed. */
  readonly history: readonly ConversationID[];
  /** Users, by ID. */
  readonly profiles: TableDiff<string>;
}

/** What one commit changed in one conversation. A message that was sent, and so moved up, is `updated`. */
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
  return Object.freeze({
    session: before.session !== after.session,
    conversations: freezeLists(diffTables(before.conversations.byID, after.conversations.byID)),
    conversationList: before.conversations !== after.conversations,
    messages: Object.freeze(
      changedIDs(timelines).map((conversationID) =>
        freezeLists({
          conversationID,
          ...diffTimelines(
            before.messages.timelines.get(conversationID) ?? EMPTY,
            after.messages.timelines.get(conversationID) ?? EMPTY,
          ),
        }),
      ),
    ),
    history: Object.freeze(changedIDs(history)),
    profiles: freezeLists(diffTables(before.profiles.byID, after.profiles.byID)),
  });
}

/** All IDs of a diff. */
export function changedIDs<K extends string>({ added, updated, removed }: TableDiff<K>): readonly K[] {
  return [...added, ...updated, ...removed];
}

function freezeLists<T extends object>(diff: T): T {
  for (const key of Object.keys(diff) as (keyof T)[]) Object.freeze(diff[key]);
  return Object.freeze(diff);
}
