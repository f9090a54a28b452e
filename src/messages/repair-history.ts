import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { placeOf } from './chunked-timeline.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import { lastSent } from './find-message.ts';
import { joined } from './history-actions.ts';
import type { HistoryPage } from './hop.ts';
import { hopDown } from './hop.ts';
import { loadInto } from './load-history.ts';
import { selectHistory, selectTimeline } from './message-selectors.ts';
import type { ReceiptActions } from './receipt-actions.ts';
import type { Screen } from './screen.ts';

/** How many conversations are read again after a reconnect: those on screen, then those used last. */
const MOST_CONVERSATIONS = 10;

/** How many pages of what was loaded already are read again, for recalls and edits that no event tells of. */
const MOST_READ_AGAIN = 3;

/** How many pages of what was missed are read at once; the rest is a gap. */
const MOST_MISSED = 20;

/** After so many milliseconds the lists are taken to be synced: they tell the newest sequence of each group. */
const LISTS_TAKE = 3000;

/**
 * After each reconnect reads the newest messages of loaded conversations again, one conversation after the other: the SDK
 * replays some of what was missed, and tells nothing of edits, receipts and many recalls. Whatever cannot be had is left
 * as it is, until the next reconnect.
 */
export function repairOnReconnect(
  context: ActionContext,
  screen: Screen,
  { getReadReceipts }: Pick<ReceiptActions, 'getReadReceipts'>,
): void {
  let wasOffline = false;
  let reconnects = 0;
  /** Ends the waiting for the lists; `undefined` while nothing is waited for. */
  let cancel: (() => void) | undefined;

  const repair = async (id: ConversationID): Promise<void> => {
    const pages: HistoryPage[] = [];
    await loadInto(context, id, 'repair', async () => {
      await readAgain(context, id, pages);
      return joined(pages);
    });
    const receipts = pages.flatMap(({ read }) =>
      read.messages.filter(({ flow, needReadReceipt }) => flow === 'out' && needReadReceipt),
    );
    if (receipts.length > 0) await getReadReceipts(receipts.map(({ ID }) => ID));
  };

  const begin = (): void => {
    stopWaiting();
    const reconnect = ++reconnects;
    const used = [...screen.used()].reverse();
    void [...used.filter(screen.isShown), ...used.filter((id) => !screen.isShown(id))]
      .filter((id) => selectHistory(context.getState(), id).isLoaded)
      .slice(0, MOST_CONVERSATIONS)
      .reduce(
        (before, id) =>
          before.then(() => (reconnect === reconnects ? repair(id).catch(() => undefined) : undefined)),
        Promise.resolve<unknown>(undefined),
      );
  };
  const stopWaiting = (): void => {
    cancel?.();
    cancel = undefined;
  };

  context.committed$.subscribe({
    complete: stopWaiting,
    next: (event) => {
      if (event.type === 'loginAnswered') wasOffline = false;
      if (event.type === 'CONVERSATION_LIST_UPDATED' && cancel !== undefined) begin();
      if (event.type !== 'NET_STATE_CHANGE') return;
      stopWaiting();
      const isConnected = event.data.state === 'connected';
      if (isConnected && wasOffline) cancel = context.clock.setTimeout(begin, LISTS_TAKE);
      wasOffline = !isConnected;
    },
  });
}

/** Reads down from the newest message, through what was missed and some of what was loaded. */
async function readAgain(context: ActionContext, id: ConversationID, pages: HistoryPage[]): Promise<void> {
  const state = context.getState();
  const timeline = selectTimeline(state, id);
  const newest = lastSent(timeline);
  const known = newest === undefined ? 0 : placeOf(newest);
  const loadedFrom = timeline.covered.at(-1)?.from ?? 0;
  const lastSequence = state.conversations.byID.get(id)?.lastMessage?.lastSequence ?? 0;
  // 2.x has no newest page of a group: it wants a sequence.
  let place = isOrderedBySequence({ conversationID: id })
    ? Math.max(lastSequence, known) || undefined
    : undefined;
  for (let again = 0; again < MOST_READ_AGAIN && pages.length < MOST_MISSED; ) {
    const page = await hopDown(context, id, place);
    pages.push(page);
    if (page.next === undefined || page.covered.from <= loadedFrom) return;
    if (page.covered.from <= known) again += 1;
    place = page.next;
  }
}
