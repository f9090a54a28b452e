import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Range } from '../shared/ranges.ts';
import { emptyTimeline, placeOf } from './chunked-timeline.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import { coveredFrom, lastSent } from './find-message.ts';
import { joined } from './history-actions.ts';
import type { HistoryPage } from './hop.ts';
import { hopDown, lastSequence } from './hop.ts';
import { loadInto } from './load-history.ts';
import { selectHistory } from './message-selectors.ts';
import type { ReceiptActions } from './receipt-actions.ts';
import type { Screen } from './screen.ts';

/** How many conversations are read again after a reconnect: those on screen, then those used last. */
const MOST_CONVERSATIONS = 10;

/** How many pages of what was loaded already are read again, for recalls and edits that no event tells of. */
const MOST_READ_AGAIN = 3;

/** How many pages of what was missed are read at once; the rest is a gap. */
const MOST_MISSED = 20;

/** So many milliseconds after a page failed it is asked for once more: 3.x refuses more than 20 pages in one second. */
const PAUSE = 1500;

/**
 * So many milliseconds after the connection is back the lists are taken to be synced: they tell the newest sequence of
 * each group. That one of them came does not say so: it may be of a message that went out first, and they are throttled.
 */
const LISTS_TAKE = 3000;

/**
 * After each reconnect reads the newest messages of loaded conversations again, one conversation after the other, and
 * those of the others when they are shown: the SDK replays some of what was missed, and tells nothing of edits, receipts
 * and many recalls. What cannot be had stays as it is, until it is shown again or until the next reconnect. The answer
 * is to be told what is shown.
 */
export function repairOnReconnect(
  context: ActionContext,
  screen: Screen,
  { getReadReceipts }: Pick<ReceiptActions, 'getReadReceipts'>,
): (id: ConversationID) => void {
  let wasOffline = false;
  /** What was loaded when the connection was lost, and has not been read again since. */
  const stale = new Map<ConversationID, Known>();
  let running = Promise.resolve<unknown>(undefined);
  /** Ends the waiting for the lists; `undefined` while nothing is waited for. */
  let cancel: (() => void) | undefined;

  const repair = async (id: ConversationID): Promise<void> => {
    const known = stale.get(id);
    if (known === undefined || wasOffline || !selectHistory(context.getState(), id).isLoaded) return;
    const pages: HistoryPage[] = [];
    let isWhole = true;
    await loadInto(context, id, 'repair', async () => {
      // What was read before one failed counts.
      await readAgain(context, id, known, pages).catch((error: unknown) => {
        if (pages.length === 0) throw error;
        isWhole = false;
      });
      return joined(pages);
    });
    // Where the connection was lost again meanwhile, it is to be read once more.
    if (isWhole && stale.get(id) === known) stale.delete(id);
    const receipts = pages.flatMap(({ read }) =>
      read.messages.filter(({ flow, needReadReceipt }) => flow === 'out' && needReadReceipt),
    );
    if (receipts.length > 0) await getReadReceipts(receipts.map(({ ID }) => ID));
  };
  const enqueue = (id: ConversationID): void => {
    running = running.then(() => repair(id)).catch(() => undefined);
  };

  const note = (): void => {
    const { history, timelines } = context.getState().messages;
    for (const [id, { isLoaded }] of history) {
      const timeline = timelines.get(id) ?? NO_MESSAGES;
      const newest = lastSent(timeline);
      const known = { to: newest === undefined ? 0 : placeOf(newest), from: coveredFrom(timeline) ?? 0 };
      // What was missed before and not read since is still missing.
      if (isLoaded) stale.set(id, { ...(stale.get(id) ?? known) });
    }
  };
  const begin = (): void => {
    stopWaiting();
    const used = [...screen.used()].reverse();
    for (const id of [...used.filter(screen.isShown), ...used.filter((id) => !screen.isShown(id))]
      .filter((id) => stale.has(id))
      .slice(0, MOST_CONVERSATIONS))
      enqueue(id);
  };
  const stopWaiting = (): void => {
    cancel?.();
    cancel = undefined;
  };

  context.committed$.subscribe({
    complete: stopWaiting,
    next: (event) => {
      if (event.type === 'loginAnswered' || event.type === 'sessionFound') {
        wasOffline = false;
        stale.clear();
      }
      if (event.type !== 'NET_STATE_CHANGE') return;
      stopWaiting();
      const isConnected = event.data.state === 'connected';
      if (isConnected && wasOffline) cancel = context.clock.setTimeout(begin, LISTS_TAKE);
      if (!isConnected && !wasOffline) note();
      wasOffline = !isConnected;
    },
  });
  return (id) => {
    if (cancel === undefined && stale.has(id)) enqueue(id);
  };
}

/** From where to where something was loaded. */
type Known = Range;

const NO_MESSAGES = emptyTimeline();

/** Reads down from the newest message, through what was missed and some of what was loaded. */
async function readAgain(
  context: ActionContext,
  id: ConversationID,
  known: Known,
  pages: HistoryPage[],
): Promise<void> {
  const scope = context.scope();
  // 2.x has no newest page of a group: it wants a sequence.
  let place = (isOrderedBySequence({ conversationID: id }) && lastSequence(context, id)) || undefined;
  for (let missed = 0, again = 0; again < MOST_READ_AGAIN; ) {
    const from = place;
    const page = await hopDown(context, id, from).catch(async () => {
      await new Promise<void>((resolve) => context.clock.setTimeout(resolve, PAUSE));
      scope.requireOpen();
      return hopDown(context, id, from);
    });
    pages.push(page);
    if (page.next === undefined || page.covered.from <= known.from) return;
    if (page.covered.from <= known.to) again += 1;
    else missed += 1;
    place = missed < MOST_MISSED ? page.next : Math.min(page.next, known.to);
  }
}
