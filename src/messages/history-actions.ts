import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { requireConversationID } from '../conversations/conversation-id.ts';
import { abortable } from '../shared/abortable.ts';
import { createSharing } from '../shared/create-sharing.ts';
import type { AbortSignalLike } from '../shared/in-chunks.ts';
import { invalid, requireWhole } from '../shared/limits.ts';
import type { Range } from '../shared/ranges.ts';
import { unable } from '../shared/unable.ts';
import { isOrderedBySequence } from './compare-messages.ts';
import { findAt } from './find-message.ts';
import type { HistoryPage } from './hop.ts';
import { HOP_SIZE, hopDown, hopUp, joinReads } from './hop.ts';
import type { LoadedPage } from './load-history.ts';
import { isAssumed, loadInto, nextPage, olderThan } from './load-history.ts';
import { selectHistory, selectMessage, selectTimeline } from './message-selectors.ts';
import type { Message } from './message.ts';

/** How a load may be given up. */
export interface LoadOptions {
  /** Rejects with `ABORTED` at once. What was asked of the SDK still comes, for whoever else waits for it. */
  readonly signal?: AbortSignalLike;
}

/** Which message to jump to. */
export type MessageTarget =
  | { readonly ID: string }
  /** Groups: its sequence, as in `groupAtInfoList`. */
  | { readonly sequence: number }
  /** C2C: the second it was sent in. */
  | { readonly time: number };

/** Loading what was written before. Calls for the same page at the same time are one. */
export interface HistoryActions {
  /**
   * Loads the newest page of a conversation, once per login: later calls resolve at once. Rejects with what hindered
   * it; what the SDK answered also stands in the history's `error`. Follows the SDK's `getMessageList`.
   */
  readonly load: (conversationID: ConversationID, options?: LoadOptions) => Promise<void>;
  /**
   * Loads the page before the oldest message of the timeline (the newest, if none has come); resolves at once where
   * nothing older is left.
   */
  readonly loadOlder: (conversationID: ConversationID, options?: LoadOptions) => Promise<void>;
  /**
   * Loads what surrounds a message, so that one can jump to it, and resolves with that message, or `undefined` where
   * the server does not have it any more. Between it and what is loaded already there may be a gap: `timeline.gaps`.
   * Rejects with `UNKNOWN_MESSAGE` for an ID that the store does not know. Follows `getMessageListHopping`.
   *
   * @example
   * const [mention] = conversation.groupAtInfoList;
   * const message = await messages.loadAround(conversation.conversationID, { sequence: mention.messageSequence });
   */
  readonly loadAround: (
    conversationID: ConversationID,
    target: MessageTarget,
    options?: LoadOptions,
  ) => Promise<Message | undefined>;
  /**
   * Loads a page of what is missing in a gap of the timeline, from its newer edge downwards or from its older edge upwards.
   * Where the server has nothing there, the gap is settled, and gone. Follows `getMessageListHopping`.
   */
  readonly loadGap: (
    conversationID: ConversationID,
    gap: Range,
    options?: LoadOptions & { readonly from?: 'newer' | 'older' },
  ) => Promise<void>;
}

/** The actions that load. */
export function createHistoryActions(context: ActionContext): HistoryActions {
  const { getState } = context;
  const share = createSharing();
  /** What fills gaps of one conversation runs one after the other, so that the state can say whether it does. */
  const filling = new Map<ConversationID, Promise<void>>();

  const fill = (id: ConversationID, load: () => Promise<readonly HistoryPage[]>): Promise<void> => {
    const next = (filling.get(id) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => loadInto(context, id, 'gap', async () => joined(await load())));
    filling.set(id, next);
    next
      .catch(() => undefined)
      .finally(() => {
        if (filling.get(id) === next) filling.delete(id);
      });
    return next;
  };

  const page = (id: ConversationID): Promise<void> =>
    share(`page ${id}`, async () => {
      await loadInto(context, id, 'page', async () => {
        const older = olderThan(context, id);
        if (older === undefined) return nextPage(context, id);
        return joined(older < 1 ? [BEGINNING] : [await hopDown(context, id, older)]);
      });
      settleHoles(id);
    });

  /** Looks once at what the newest holes of the last page are: mostly messages that were deleted for all. */
  const settleHoles = (id: ConversationID): void => {
    const { reached = 0 } = selectHistory(getState(), id);
    const hole = selectTimeline(getState(), id)
      .gaps.filter(({ from, to }) => from >= reached && to - from < HOP_SIZE)
      .at(-1);
    if (hole !== undefined && !isAssumed(context, id))
      fill(id, async () => [await hopDown(context, id, hole.to)]).catch(() => undefined);
  };

  const find = (id: ConversationID, target: MessageTarget): Message | undefined => {
    if ('ID' in target) return selectMessage(getState(), target.ID);
    return findAt(selectTimeline(getState(), id), 'sequence' in target ? target.sequence : target.time);
  };

  return {
    load: async (conversationID, options) => {
      const id = requireConversationID(conversationID, 'load messages');
      if (!selectHistory(getState(), id).isLoaded)
        await abortable(() => page(id), options?.signal, 'load messages');
    },
    loadOlder: async (conversationID, options) => {
      const operation = 'load older messages';
      const id = requireConversationID(conversationID, operation);
      if (!selectHistory(getState(), id).isCompleted)
        await abortable(() => page(id), options?.signal, operation);
    },
    loadAround: async (conversationID, target, options) => {
      const operation = 'load messages around one';
      const id = requireConversationID(conversationID, operation);
      const isGroup = isOrderedBySequence({ conversationID: id });
      const known = find(id, target);
      if (known !== undefined) return known;
      if ('ID' in target)
        throw unable(
          'UNKNOWN_MESSAGE',
          operation,
          `the store has no message "${target.ID}": name its sequence, or in C2C its time`,
        );
      const name = isGroup ? 'sequence' : 'time';
      const { [name]: place = 0 } = target as { readonly sequence?: number; readonly time?: number };
      requireWhole(operation, name, place, 1);
      const around = (): Promise<void> =>
        fill(id, () =>
          isGroup
            ? hopDown(context, id, place + Math.floor(HOP_SIZE / 2)).then((hop) => [hop])
            : Promise.all([hopDown(context, id, place), hopUp(context, id, place)]),
        );
      await abortable(() => share(`around ${id} ${place}`, around), options?.signal, operation);
      return find(id, target);
    },
    loadGap: async (conversationID, gap, { signal, from = 'newer' } = {}) => {
      const operation = 'load a gap';
      const id = requireConversationID(conversationID, operation);
      requireWhole(operation, 'gap.from', gap?.from, 0);
      requireWhole(operation, 'gap.to', gap.to, gap.from);
      if (from !== 'newer' && from !== 'older') throw invalid(operation, 'from must be "newer" or "older"');
      const isUp = from === 'older' && !isOrderedBySequence({ conversationID: id });
      const place = from === 'newer' ? gap.to : isUp ? gap.from : Math.min(gap.from + HOP_SIZE - 1, gap.to);
      const load = (): Promise<void> =>
        fill(id, async () => [await (isUp ? hopUp(context, id, place) : hopDown(context, id, place))]);
      await abortable(() => share(`gap ${id} ${isUp} ${place}`, load), signal, operation);
    },
  };
}

/** What is known of a history of which no message can be older. */
const BEGINNING: HistoryPage = {
  read: { messages: [], profiles: [], nameCards: [], receipts: [] },
  covered: { from: 0, to: 1 },
  next: undefined,
};

/** Several pages as one. */
export function joined(pages: readonly HistoryPage[]): LoadedPage {
  return {
    read: joinReads(pages.map(({ read }) => read)),
    covered: pages.map(({ covered }) => covered),
  };
}
