import type { Draft } from 'immer';
import { castDraft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { StoreEvent } from '../events.ts';
import { equalPlain } from '../shared/plain.ts';
import { emptyTable, updateTable } from '../shared/table.ts';
import { placeOf } from './chunked-timeline.ts';
import { dropOldest, forgetDropped, keepUnsent } from './edit-timeline.ts';
import type { History, HistoryTask } from './history.ts';
import { EMPTY_HISTORY } from './history.ts';
import { emptyMessageIndex } from './message-index.ts';
import type { MessageStatus } from './message.ts';
import type { MessagesState } from './messages-state.ts';
import { dropOrphans } from './orphans.ts';
import type { ConversationsBeside } from './peer-read.ts';
import { withPeerRead } from './peer-read.ts';
import { putMessages } from './put-messages.ts';
import { dropDetails } from './reduce-details.ts';
import { setHistory } from './set-history.ts';
import type { Timeline } from './timeline.ts';

const FLAG = {
  page: 'isLoading',
  gap: 'isFilling',
  repair: 'isRepairing',
} as const satisfies Record<HistoryTask, keyof History>;

/** How far each conversation is loaded: pages that come, and messages that are forgotten. */
export function reduceHistory(
  state: Draft<MessagesState>,
  event: StoreEvent,
  conversations: ConversationsBeside['conversations'],
): void {
  switch (event.type) {
    case 'historyStarted':
      return setHistory(state, event.conversationID, {
        [FLAG[event.task]]: true,
        ...(event.task === 'page' && { error: undefined }),
      });
    case 'historyFailed':
      // Of an account that is gone, nothing was loading.
      if (state.history.get(event.conversationID)?.[FLAG[event.task]] !== true) return;
      return setHistory(state, event.conversationID, {
        [FLAG[event.task]]: false,
        ...(event.task !== 'repair' && { error: event.error }),
      });
    case 'historyLoaded': {
      const { conversationID, task, generation, messages, covered, isAssumed, cursor } = event;
      const { generation: present } = state.history.get(conversationID) ?? EMPTY_HISTORY;
      if (generation !== present) return; // cleared since it was asked for
      putMessages(state, withPeerRead(messages, conversations), [[conversationID, covered]]);
      return setHistory(state, conversationID, {
        [FLAG[task]]: false,
        isAssumed,
        ...(task !== 'repair' && { error: undefined }),
        ...(cursor !== undefined && { isLoaded: true, ...cursor }),
      });
    }
    case 'historyCleared':
      return forget(state, event.conversationIDs);
    case 'messagesDropped':
      return drop(state, event.conversationID, event.most);
    case 'loginAnswered':
    case 'sessionFound':
      return startOver(state);
    default:
  }
}

/** A new login pages anew: only what was never sent is taken along, for nobody else has it. */
function startOver(state: Draft<MessagesState>): void {
  const index = emptyMessageIndex();
  const kept: [ConversationID, Timeline][] = [];
  for (const [id, timeline] of state.timelines) {
    const unsent = keepUnsent(timeline, index);
    if (unsent.length > 0) kept.push([id, unsent]);
  }
  state.timelines = updateTable(emptyTable<ConversationID, Timeline>(), kept);
  state.history = emptyTable();
  state.index = index;
  state.orphans = castDraft(Object.freeze([]));
}

/** The messages of these conversations were cleared, and how far they were loaded; but what is on its way still ends. */
function forget(
  state: Draft<MessagesState>,
  ids: readonly ConversationID[],
  status: MessageStatus | undefined = 'sending',
): void {
  for (const id of ids) {
    const timeline = state.timelines.get(id);
    if (timeline !== undefined) {
      const after = keepUnsent(timeline, state.index, status);
      dropDetails(state, forgetDropped(timeline, after));
      state.timelines = updateTable(state.timelines, [[id, after]]);
    }
    const history = state.history.get(id) ?? EMPTY_HISTORY;
    // Where nothing was loaded nor asked for since it was cleared last, nothing can come that is older than that.
    if (!equalPlain(history, { ...EMPTY_HISTORY, generation: history.generation }))
      resetHistory(state, id, { generation: history.generation + 1 });
  }
  dropOrphans(state, ids);
}

function drop(state: Draft<MessagesState>, id: ConversationID, most: number): void {
  const timeline = state.timelines.get(id);
  const left = timeline && dropOldest(timeline, most);
  if (left === timeline && most > 0) return;
  const after = left?.length === 0 ? undefined : left;
  if (timeline !== undefined) dropDetails(state, forgetDropped(timeline, after));
  state.timelines = updateTable(state.timelines, [[id, after]]);
  const { generation, droppedTo: before } = state.history.get(id) ?? EMPTY_HISTORY;
  const newest = timeline?.slice(0, timeline.length - (after?.length ?? 0)).at(-1);
  const droppedTo = newest === undefined ? before : Math.max(before, placeOf(newest));
  // The SDK's cursor goes on below what is gone.
  if (most > 0) return setHistory(state, id, { nextReqMessageID: '', reached: undefined, droppedTo });
  // A page that is on its way would leave a hole between it and the newest.
  resetHistory(state, id, { generation: generation + 1, droppedTo });
}

function resetHistory(
  state: Draft<MessagesState>,
  id: ConversationID,
  left: Pick<History, 'generation'> & Partial<Pick<History, 'droppedTo'>>,
): void {
  state.history = updateTable(state.history, [[id, Object.freeze({ ...EMPTY_HISTORY, ...left })]]);
}
