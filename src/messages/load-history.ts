import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { partnerOf } from '../conversations/conversation-id.ts';
import { answerData } from '../sdk/call-sdk.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import * as TYPES from '../sdk/types.ts';
import { flagOf } from '../shared/fields.ts';
import type { Range, Ranges } from '../shared/ranges.ts';
import { OPEN_END } from '../shared/ranges.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';
import { placeOf } from './chunked-timeline.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import { coveredFrom } from './find-message.ts';
import type { History, HistoryTask } from './history.ts';
import { selectHistory, selectTimeline } from './message-selectors.ts';
import type { ReadMessages } from './read-messages.ts';
import { readMessages } from './read-messages.ts';

/** What a page brought. */
export interface LoadedPage {
  readonly read: ReadMessages;
  readonly covered: Ranges;
  readonly cursor?: Pick<History, 'nextReqMessageID' | 'reached'>;
}

/** Whether nothing can prove that a conversation's messages have no hole between them. */
export function isAssumed(context: ActionContext, conversationID: ConversationID): boolean {
  return !isOrderedBySequence({ conversationID }) || !canHop(context, conversationID);
}

/** Whether the SDK reads this conversation from anywhere: nobody keeps what is in AVChatRooms, nor the SDK's own notices. */
function canHop(context: ActionContext, conversationID: ConversationID): boolean {
  const partner = partnerOf(conversationID);
  return (
    partner !== undefined &&
    context.getState().groups.byID.get(partner.ID)?.type !== TYPES.GRP_AVCHATROOM &&
    context.sdk('load messages').getMessageListHopping !== undefined
  );
}

/**
 * Runs a task that loads messages of a conversation, shows that it runs, and puts what it brings into the state. Rejects
 * with what hindered it, which the history shows, too.
 */
export async function loadInto(
  context: ActionContext,
  conversationID: ConversationID,
  task: HistoryTask,
  load: () => Promise<LoadedPage>,
  tries = 3,
): Promise<void> {
  const { dispatch, getState } = context;
  const operation = `load messages of ${conversationID}`;
  context.requireReady(operation);
  const { generation } = selectHistory(getState(), conversationID);
  void dispatch({ type: 'historyStarted', conversationID, task });
  try {
    const { read, ...page } = await load();
    const assumed = isAssumed(context, conversationID);
    await dispatch({
      type: 'historyLoaded',
      conversationID,
      task,
      generation,
      ...read,
      ...page,
      isAssumed: assumed,
    });
    // It was cleared or forgotten while the page was on its way: what has come since is not known yet.
    const { generation: present } = selectHistory(getState(), conversationID);
    if (present !== generation && task === 'page' && tries > 1)
      await loadInto(context, conversationID, task, () => nextPage(context, conversationID), tries - 1);
  } catch (cause) {
    const error = toTimStoreError(cause, operation);
    // Where the account and its state are gone by now, the reducer finds no load to end.
    await dispatch({ type: 'historyFailed', conversationID, task, error: toErrorInfo(error) });
    throw error;
  }
}

/**
 * The next page of those that the SDK holds and tells of, by `getMessageList`; the newest where none has come. In a group
 * the messages themselves tell what is known: a page of the SDK may hide a hole.
 */
export async function nextPage(context: ActionContext, conversationID: ConversationID): Promise<LoadedPage> {
  const { nextReqMessageID, reached, droppedTo } = selectHistory(context.getState(), conversationID);
  const operation = `load messages of ${conversationID}`;
  const data = answerData(
    await context.call(operation, 'getMessageList', {
      conversationID,
      ...(nextReqMessageID !== '' && { nextReqMessageID }),
    }),
  );
  const read = readMessages(context, data['messageList']);
  const cursor = data['nextReqMessageID'];
  const places = read.messages.filter(({ status }) => status === 'success').map(placeOf);
  const oldest = places.length === 0 ? undefined : Math.min(...places);
  const isGroup = isOrderedBySequence({ conversationID });
  // Of the oldest second there may be more.
  const from = oldest === undefined ? reached : oldest + Number(!isGroup);
  // In groups lite ends at 0, which asks for the newest page again.
  const isOver = flagOf(data['isCompleted']) || cursor === '0';
  const proven = oldest ?? reached ?? 0;
  const claimed = isOver ? 0 : from;
  // The SDK tells what it holds in the order of arrival, and that nothing is older where that was so once: of what was
  // dropped, and of where a group begins, hops are to tell.
  const isUnproven =
    canHop(context, conversationID) &&
    (isGroup ? isOver && proven > 1 : claimed !== undefined && droppedTo > 0 && claimed <= droppedTo);
  return {
    read,
    covered: coveredBy(
      { from: isUnproven ? droppedTo + 1 : claimed, to: reached === undefined ? OPEN_END : reached },
      isAssumed(context, conversationID) ? undefined : proven,
    ),
    cursor: {
      nextReqMessageID: typeof cursor === 'string' || typeof cursor === 'number' ? String(cursor) : '',
      reached: isUnproven ? undefined : from,
    },
  };
}

/** The whole page where it is taken as it is; else only that nothing lies before its oldest message, if that is so. */
function coveredBy(page: { from: number | undefined; to: number }, proven: number | undefined): Ranges {
  const { from, to } = page;
  if (from === undefined || (proven !== undefined && from !== 0)) return [];
  const range: Range = { from, to: proven ?? to };
  return Object.freeze([Object.freeze(range)]);
}

/** Where the next older page ends, by what the timeline knows; `undefined` where the SDK's own next page goes on there. */
export function olderThan(context: ActionContext, conversationID: ConversationID): number | undefined {
  const state = context.getState();
  const { isLoaded, reached } = selectHistory(state, conversationID);
  const oldest = coveredFrom(selectTimeline(state, conversationID));
  if (!isLoaded || oldest === undefined || oldest === reached || !canHop(context, conversationID))
    return undefined;
  return oldest - 1;
}
