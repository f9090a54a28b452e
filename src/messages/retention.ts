import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { StoreEvent } from '../events.ts';
import { invalid } from '../shared/limits.ts';
import { selectHistory, selectTimeline } from './message-selectors.ts';
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

/** So many rows above the screen stay, too: they were just loaded to be scrolled to. */
const ABOVE_SCREEN = 30;

/**
 * Drops the oldest messages of long conversations, and all of those not used for long; never what is on screen, on its
 * way or failed, nor what was just loaded. Throws `INVALID_ARGUMENT` for bounds that are too low.
 */
export function retain(
  { committed$, dispatch, getState }: Pick<ActionContext, 'committed$' | 'dispatch' | 'getState'>,
  screen: Screen,
  { messages = Number.POSITIVE_INFINITY, conversations = Number.POSITIVE_INFINITY }: RetentionOptions,
): void {
  if (!(messages >= 20)) throw invalid('create a store', 'retention.messages must be at least 20');
  if (!(conversations >= 1)) throw invalid('create a store', 'retention.conversations must be at least 1');
  /** What pages have lengthened: it is shortened when something else happens. */
  const loaded = new Set<ConversationID>();

  /** How many of the newest must stay for what is on screen. */
  const onScreen = (id: ConversationID): number => {
    const timeline = selectTimeline(getState(), id);
    const oldest = screen
      .oldestShown(id)
      .map((ID) => (ID === undefined ? 0 : Math.max(0, timeline.indexOf(ID))));
    return oldest.length === 0 ? 0 : timeline.length - Math.min(...oldest) + ABOVE_SCREEN;
  };
  const shorten = (id: ConversationID): void => {
    // A page that is on its way goes on where the last one ended.
    if (selectHistory(getState(), id).isLoading) return void loaded.add(id);
    loaded.delete(id);
    if (selectTimeline(getState(), id).length <= messages) return;
    const most = Math.max(Math.floor(messages * KEPT), onScreen(id));
    if (selectTimeline(getState(), id).length <= most) return;
    void dispatch({ type: 'messagesDropped', conversationID: id, most });
  };
  const isIdle = (id: ConversationID): boolean => {
    const { isLoading, isFilling, isRepairing } = selectHistory(getState(), id);
    return !screen.isShown(id) && !isLoading && !isFilling && !isRepairing;
  };
  const forgetLeastUsed = (busy: readonly ConversationID[]): void => {
    const { timelines } = getState().messages;
    if (timelines.size <= conversations) return;
    const rank = new Map(screen.used().map((id, index) => [id, index]));
    const ids = [...timelines]
      .filter(
        ([id, timeline]) =>
          !busy.includes(id) && isIdle(id) && (timeline.at(-1)?.status ?? 'success') === 'success',
      )
      .map(([id]) => id)
      .sort((a, b) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1));
    for (const id of ids.slice(0, timelines.size - Math.ceil(conversations * KEPT)))
      void dispatch({ type: 'messagesDropped', conversationID: id, most: 0 });
  };

  committed$.subscribe((event) => {
    const ids = touchedBy(event);
    if (ids.length === 0) return;
    const isPage = event.type === 'historyLoaded';
    if (event.type === 'sendStarted' || (isPage && event.task !== 'repair'))
      for (const id of ids) screen.touch(id);
    for (const id of new Set([...loaded, ...ids])) if (!isPage || id !== event.conversationID) shorten(id);
    if (isPage) loaded.add(event.conversationID);
    // Of a burst over many, only the last is still in use.
    forgetLeastUsed(ids.slice(-1));
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
