import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { StoreEvent } from '../events.ts';
import { invalid } from '../shared/limits.ts';
import { selectTimeline } from './message-selectors.ts';
import type { Screen } from './screen.ts';

/** How many messages the store keeps. What it drops pages in again. */
export interface RetentionOptions {
  /** The most messages of one conversation, at least 20; all, when left out. */
  readonly messages?: number;
  /** The most conversations whose messages are kept, at least 1, least recently used dropped first; all, when left out. */
  readonly conversations?: number;
}

/** What is kept when something is dropped, so that not every message that comes in drops one. */
const KEPT = 0.9;

/**
 * Drops the oldest messages of long conversations, and all of those not used for long; never what is on screen, on its
 * way or failed. Throws `INVALID_ARGUMENT` for bounds that are too low.
 */
export function retain(
  { committed$, dispatch, getState }: Pick<ActionContext, 'committed$' | 'dispatch' | 'getState'>,
  screen: Screen,
  { messages = Number.POSITIVE_INFINITY, conversations = Number.POSITIVE_INFINITY }: RetentionOptions,
): void {
  if (!(messages >= 20)) throw invalid('create a store', 'retention.messages must be at least 20');
  if (!(conversations >= 1)) throw invalid('create a store', 'retention.conversations must be at least 1');

  /** How many of the newest must stay for what is on screen. */
  const onScreen = (id: ConversationID): number => {
    const timeline = selectTimeline(getState(), id);
    const oldest = screen
      .oldestShown(id)
      .map((ID) => (ID === undefined ? 0 : Math.max(0, timeline.indexOf(ID))));
    return oldest.length === 0 ? 0 : timeline.length - Math.min(...oldest);
  };
  const shorten = (id: ConversationID): void => {
    if (selectTimeline(getState(), id).length <= messages) return;
    const most = Math.max(Math.floor(messages * KEPT), onScreen(id));
    void dispatch({ type: 'messagesDropped', conversationID: id, most });
  };
  const forgetLeastUsed = (): void => {
    const { timelines } = getState().messages;
    if (timelines.size <= conversations) return;
    const used = screen.used();
    const rank = new Map(used.map((id, index) => [id, index]));
    const ids = [...timelines]
      .filter(([id, timeline]) => !screen.isShown(id) && timeline.at(-1)?.status === 'success')
      .map(([id]) => id)
      .sort((a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1));
    for (const id of ids.slice(0, timelines.size - Math.ceil(conversations * KEPT)))
      void dispatch({ type: 'messagesDropped', conversationID: id, most: 0 });
  };

  committed$.subscribe((event) => {
    if (event.type === 'messagesDropped') return;
    const ids = touchedBy(event);
    if (event.type === 'historyLoaded' || event.type === 'sendStarted')
      for (const id of ids) screen.touch(id);
    for (const id of ids) shorten(id);
    if (ids.length > 0) forgetLeastUsed();
  });
}

function touchedBy(event: StoreEvent): readonly ConversationID[] {
  switch (event.type) {
    case 'MESSAGE_RECEIVED':
      return [...new Set(event.data.map(({ conversationID }) => conversationID))];
    case 'historyLoaded':
      return [event.conversationID];
    case 'sendStarted':
    case 'sendSucceeded':
      return [event.message.conversationID];
    default:
      return [];
  }
}
