import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue, watchPostEffect } from 'vue';
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
  isConversationID,
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
  readonly load?: MaybeRefOrGetter<boolean> | undefined;
  /** The rows on screen, by their `index`: `rows` are these only, and a gap among them is filled, page by page. */
  readonly window?: MaybeRefOrGetter<RowWindow | undefined>;
}

/** One conversation's messages, and how far its history has come. */
export interface UseMessagesResult {
  /** The messages, oldest first, as a list to take windows from. */
  readonly timeline: ComputedRef<Timeline>;
  /** The same as one array, built when first asked for. */
  readonly messages: ComputedRef<readonly Message[]>;
  /** The rows of the window, or all; a row keeps its identity for as long as nothing in it changes. */
  readonly rows: ComputedRef<readonly MessageRow[]>;
  /** Any row, by its `index`. */
  readonly rowAt: (index: number) => MessageRow | undefined;
  /** The `index` of the first row: it falls by one for each message that comes in above. */
  readonly firstIndex: ComputedRef<number>;
  /** How many rows there are, in the window or not. */
  readonly length: ComputedRef<number>;
  /** What changed since the version of the timeline that was rendered before this one. */
  readonly operations: ComputedRef<readonly TimelineOperation[]>;
  /** Whether a page is on its way. */
  readonly isLoading: ComputedRef<boolean>;
  /** Whether a gap is being filled, or what surrounds a message is on its way. */
  readonly isFilling: ComputedRef<boolean>;
  /** Whether the newest messages are read again, after the connection was lost. */
  readonly isRepairing: ComputedRef<boolean>;
  /** Whether the newest page has come since the login; until then, no messages means none known. */
  readonly isLoaded: ComputedRef<boolean>;
  /** Whether the oldest page has come: nothing older is left to load. */
  readonly isCompleted: ComputedRef<boolean>;
  /** Whether messages may be missing between those that are there. */
  readonly completeness: ComputedRef<Completeness>;
  /** Why the last page did not come. */
  readonly error: ComputedRef<TimErrorInfo | undefined>;
  /**
   * Loads the next older page; after a failure, the page that failed. Rejects with what hindered it, and may be
   * ignored: a failed page also sets `error`.
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
 * Reading it throws `INVALID_ARGUMENT` for what is no conversation ID.
 *
 * @example
 * const { rows, isCompleted, loadOlder } = useMessages(() => props.conversationID);
 */
export function useMessages(
  conversationID: MaybeRefOrGetter<ConversationID | undefined>,
  options: UseMessagesOptions = {},
): UseMessagesResult {
  const store = useTimStore(options);
  const { groupWithin, dayOf } = options;
  const id = (): ConversationID | undefined => toValue(conversationID);
  // What the effects look at, in which nothing may throw.
  const unchecked = useSelected(options, selectTimeline, conversationID);
  const timeline = computed(() => {
    if (id() !== undefined) requireConversationID(id(), 'show a conversation');
    return unchecked.value;
  });
  const history = useSelected(options, selectHistory, conversationID);
  const isLoaded = computed(() => history.value.isLoaded);
  const isCompleted = computed(() => history.value.isCompleted);
  const unreadID = useUnreadID(
    store,
    id,
    () => timeline.value,
    () => isLoaded.value,
  );
  const before = useRenderedTimeline(store, id, () => unchecked.value);
  const all = computed(() =>
    messageRows(timeline.value, isCompleted.value, { unreadID: unreadID.value, groupWithin, dayOf }),
  );

  const oldestOnScreen = (): string | undefined => {
    const window = toValue(options.window);
    return window && unchecked.value.at(Math.max(0, window.start - unchecked.value.firstIndex))?.ID;
  };
  // After mounting, and so never on a server.
  watchPostEffect((onCleanup) => {
    const known = id();
    if ((toValue(options.load) ?? true) && isConversationID(known))
      onCleanup(keepLoaded(store, known, oldestOnScreen));
  });

  const { messages } = store.actions;
  const run = <T>(ask: (id: ConversationID) => Promise<T>): Promise<T | undefined> => {
    const known = id();
    const promise = known === undefined ? Promise.resolve(undefined) : ask(known);
    promise.catch(() => undefined); // so that the caller may ignore it
    return promise;
  };
  const loadGap: UseMessagesResult['loadGap'] = (gap, from) =>
    run((known) => messages.loadGap(known, gap, from && { from }));

  // Anew after each page, which leaves a smaller gap: the same one is another object in each version of the timeline.
  const gap = computed<Range | undefined>((last) => {
    const window = toValue(options.window);
    const found = window && gapWithin(unchecked.value, window);
    return last !== undefined && found?.from === last.from && found.to === last.to ? last : found;
  });
  watchPostEffect(() => {
    if (gap.value !== undefined) void loadGap(gap.value);
  });

  return {
    timeline,
    messages: computed(() => timeline.value.toArray()),
    rows: computed(() => {
      const { start, end } = toValue(options.window) ?? {};
      return rowsWithin(all.value, start, end);
    }),
    rowAt: (index) => all.value.at(index - all.value.firstIndex),
    firstIndex: computed(() => all.value.firstIndex),
    length: computed(() => all.value.length),
    operations: computed(() => diffTimelines(before.value, timeline.value).operations),
    isLoading: computed(() => history.value.isLoading),
    isFilling: computed(() => history.value.isFilling),
    isRepairing: computed(() => history.value.isRepairing),
    isLoaded,
    isCompleted,
    completeness: computed(() => history.value.completeness),
    error: computed(() => history.value.error),
    loadOlder: () => run(messages.loadOlder),
    loadAround: (target) => run((known) => messages.loadAround(known, target)),
    loadGap,
  };
}
