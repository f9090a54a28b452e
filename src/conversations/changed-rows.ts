import type { ConversationID } from './conversation-id.ts';
import type { Conversation } from './conversation.ts';

/** What a new list of conversations differs in from the one before. */
export interface ChangedRows {
  /** The rows that are not those of before; some may be, where many have moved. */
  readonly changed: readonly Conversation[];
  /** The IDs of those that are in the list no more, or stand elsewhere. */
  readonly left: readonly ConversationID[];
  /** Whether all stand where they stood. */
  readonly isInOrder: boolean;
}

/**
 * Walks two lists side by side. Of ten thousand rows one or two have changed, or have come up to the top: those are found
 * by nothing but comparing identities.
 */
export function changedRows(before: readonly Conversation[], after: readonly Conversation[]): ChangedRows {
  const changed: Conversation[] = [];
  const left: ConversationID[] = [];
  let isInOrder = before.length === after.length;
  let place = 0;
  for (const row of after) {
    let old = before[place];
    if (row !== old && row === before[place + 1] && old !== undefined) {
      left.push(old.conversationID);
      place += 1;
      old = row;
    }
    if (row !== old) changed.push(row);
    if (row.conversationID === old?.conversationID) place += 1;
    else isInOrder = false;
  }
  for (const { conversationID } of before.slice(place)) left.push(conversationID);
  return { changed, left, isInOrder: isInOrder && left.length === 0 };
}
