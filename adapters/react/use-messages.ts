import { useEffect, useMemo, useRef } from 'react';
import type {
  Completeness,
  ConversationID,
  Message,
  MessageRow,
  MessageRowOptions,
  MessageTarget,
  Range,
  RowWindow,
  TimErrorInfo,
  Timeline,
  TimelineOperation,
} from '../../src/index.ts';
import {
  diffTimelines,
  gapWithin,
  keepLoaded,
  messageRows,
  requireConversationID,
  rowsWithin,
  selectHistory,
  selectTimeline,
} from '../../src/index.ts';
import { useRenderedTimeline } from './use-rendered-timeline.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';
import { useUnreadID } from './use-unread-id.ts';

/** What `useMessages` takes beside the ID. */
export interface UseMessagesOptions extends UseTimOptions, Pick<MessageRowOptions, 'groupWithin' | 'dayOf'> {
  /** Whether to load the newest page, once a login; `true` by default. */
  readonly load?: boolean | undefined;
  /** The rows on screen, by their `index`: `rows` are these only, and a gap among them is filled, page by page. */
  readonly window?: RowWindow | undefined;
}

/** One conversation's messages, and how far its history has come. */
export interface UseMessagesResult {
  /** The messages, oldest first, as a list to take windows from. */
  readonly timeline: Timeline;
  /** The same as one array, built when first asked for. */
  readonly messages: readonly Message[];
  /** The rows of the window, or all; a row keeps its identity for as long as nothing in it changes. */
  readonly rows: readonly MessageRow[];
  /** Any row, by its `index`. */
  readonly rowAt: (index: number) => MessageRow | undefined;
  /** The `index` of the first row: it falls by one for each message that comes in above. */
  readonly firstIndex: number;
  /** How many rows there are, in the window or not. */
  readonly length: number;
  /** What changed since the version of the timeline that was rendered before this one. */
  readonly operations: readonly TimelineOperation[];
  /** Whether a page is on its way. */
  readonly isLoading: boolean;
  /** Whether a gap is being filled, or what surrounds a message is on its way. */
  readonly isFilling: boolean;
  /** Whether the newest messages are read again, after the connection was lost. */
  readonly isRepairing: boolean;
  /** Whether the newest page has come since the login; until then, no messages means none known. */
  readonly isLoaded: boolean;
  /** Whether the oldest page has come: nothing older is left to load. */
  readonly isCompleted: boolean;
  /** Whether messages may be missing between those that are there. */
  readonly completeness: Completeness;
  /** Why the last page did not come. */
  readonly error: TimErrorInfo | undefined;
  /**
   * Loads the next older page; after a failure, the page that failed. Rejects with what hindered it, and may be
   * ignored: a failed page also sets `error`. The same function for the same conversation.
   */
  readonly loadOlder: () => Promise<void>;
  /** Loads what surrounds a message, and resolves with that; as `actions.messages.loadAround`. May be ignored. */
  readonly loadAround: (target: MessageTarget) => Promise<Message | undefined>;
  /** Loads a page of a gap, by default at its newer edge; as `actions.messages.loadGap`. May be ignored. */
  readonly loadGap: (gap: Range, from?: 'newer' | 'older') => Promise<void>;
}

/**
 * The messages of a conversation; its newest page is loaded once a login, as soon as the account is ready. Without an
 * ID it is empty. The unread line stands where it stood when the conversation was opened, whatever is read meanwhile.
 * Throws `INVALID_ARGUMENT` for what is no conversation ID.
 *
 * @example
 * const { rows, isCompleted, loadOlder } = useMessages(c2cID('alice'));
 */
export function useMessages(
  conversationID: ConversationID | undefined,
  options?: UseMessagesOptions,
): UseMessagesResult {
  const { load = true, window, groupWithin, dayOf } = options ?? {};
  const store = useTimStore(options);
  const id =
    conversationID === undefined ? undefined : requireConversationID(conversationID, 'show a conversation');
  const timeline = useSelected(options, selectTimeline, id);
  const history = useSelected(options, selectHistory, id);
  const unreadID = useUnreadID(store, id, timeline, history.isLoaded);
  const renderedBefore = useRenderedTimeline(store, id, timeline);

  const { start, end } = window ?? {};
  const oldest = useRef<string>(undefined);
  useEffect(() => {
    oldest.current =
      start === undefined ? undefined : timeline.at(Math.max(0, start - timeline.firstIndex))?.ID;
  }, [timeline, start]);
  useEffect(() => {
    if (load && id !== undefined) return keepLoaded(store, id, () => oldest.current);
    return undefined;
  }, [store, id, load]);

  const actions = useMemo((): Pick<UseMessagesResult, 'loadOlder' | 'loadAround' | 'loadGap'> => {
    const { messages } = store.actions;
    const run = <T>(ask: (id: ConversationID) => Promise<T>): Promise<T | undefined> => {
      const promise = id === undefined ? Promise.resolve(undefined) : ask(id);
      promise.catch(() => undefined); // so that the caller may ignore it
      return promise;
    };
    return {
      loadOlder: () => run(messages.loadOlder),
      loadAround: (target) => run((known) => messages.loadAround(known, target)),
      loadGap: (gap, from) => run((known) => messages.loadGap(known, gap, from && { from })),
    };
  }, [store, id]);

  const gap = window && gapWithin(timeline, window);
  const { loadGap } = actions;
  // Anew after each page, which leaves a smaller gap.
  useEffect(() => {
    if (gap !== undefined) void loadGap(gap);
    // oxlint-disable-next-line react/exhaustive-deps -- the same gap is another object in each version of the timeline
  }, [loadGap, gap?.from, gap?.to]);

  return useMemo(() => {
    const { isLoading, isFilling, isRepairing, isLoaded, isCompleted, completeness, error } = history;
    const before = renderedBefore();
    const all = messageRows(timeline, isCompleted, { unreadID, groupWithin, dayOf });
    let rows: readonly MessageRow[] | undefined;
    let operations: readonly TimelineOperation[] | undefined;
    return {
      timeline,
      get messages() {
        return timeline.toArray();
      },
      get rows() {
        return (rows ??= rowsWithin(all, start, end));
      },
      rowAt: (index) => all.at(index - all.firstIndex),
      firstIndex: all.firstIndex,
      length: all.length,
      get operations() {
        return (operations ??= diffTimelines(before, timeline).operations);
      },
      isLoading,
      isFilling,
      isRepairing,
      isLoaded,
      isCompleted,
      completeness,
      error,
      ...actions,
    };
    // oxlint-disable-next-line react/exhaustive-deps -- what was rendered before this timeline does not change with the rest
  }, [timeline, history, unreadID, groupWithin, dayOf, start, end, actions]);
}
