import type { Draft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { updateTable } from '../shared/table.ts';
import type { History } from './history.ts';
import { coveredFrom, hasGaps } from './find-message.ts';
import { EMPTY_HISTORY } from './history.ts';
import type { MessagesState } from './messages-state.ts';

/**
 * Changes what is known of a conversation's history; what its timeline tells of it, whether it reaches to the beginning
 * and has holes, follows by itself.
 */
export function setHistory(state: Draft<MessagesState>, id: ConversationID, change?: Partial<History>): void {
  const before = state.history.get(id);
  if (before === undefined && change === undefined) return;
  const isLoaded = change?.isLoaded ?? before?.isLoaded ?? false;
  const isAssumed = change?.isAssumed ?? before?.isAssumed ?? true;
  const timeline = state.timelines.get(id);
  const isCompleted = isLoaded && timeline !== undefined && coveredFrom(timeline) === 0;
  const completeness =
    timeline !== undefined && hasGaps(timeline) ? 'gaps' : isAssumed ? 'assumed' : 'proven';
  if (change === undefined && before?.isCompleted === isCompleted && before.completeness === completeness)
    return;
  const history = Object.freeze({ ...(before ?? EMPTY_HISTORY), ...change, isCompleted, completeness });
  state.history = updateTable(state.history, [[id, history]]);
}
