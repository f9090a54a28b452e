import type { ConversationID } from '../conversations/conversation-id.ts';
import { requireConversationID } from '../conversations/conversation-id.ts';
import type { Table } from '../shared/table.ts';

/** Saying what is on screen. */
export interface ScreenActions {
  /**
   * Says that a conversation is on screen until the answer is called: its messages are not dropped to save memory, and are
   * the first to be read again after the connection was lost. `oldestOnScreen` tells, when asked, the ID of the oldest
   * message that is on screen; without it, all of them are. `keepLoaded`, the hooks and the composables say it by themselves.
   */
  readonly show: (conversationID: ConversationID, oldestOnScreen?: () => string | undefined) => () => void;
}

/** What is on screen, and which conversations were used last. */
export interface Screen extends ScreenActions {
  readonly isShown: (id: ConversationID) => boolean;
  /** The IDs of the oldest messages on the screens that show it; `undefined` among them: all are. */
  readonly oldestShown: (id: ConversationID) => readonly (string | undefined)[];
  /** Marks a conversation as the one used last. */
  readonly touch: (id: ConversationID) => void;
  /** All that were used and are loaded, the last one last; and some that are not loaded. */
  readonly used: () => readonly ConversationID[];
}

/** So few conversations are not worth looking for those to forget. */
const FEW = 20;

/** Nothing is on screen. `timelines` are those that are loaded. */
export function createScreen(timelines: () => Table<ConversationID, unknown>): Screen {
  const views = new Map<ConversationID, Set<{ readonly oldest: () => string | undefined }>>();
  const used = new Set<ConversationID>();
  const touch = (id: ConversationID): void => {
    used.delete(id);
    used.add(id);
    // Of what is neither shown nor loaded nobody asks.
    if (used.size > 2 * (views.size + timelines().size) + FEW)
      for (const other of used)
        if (other !== id && !views.has(other) && timelines().get(other) === undefined) used.delete(other);
  };
  return {
    show: (conversationID, oldestOnScreen = () => undefined) => {
      const id = requireConversationID(conversationID, 'show a conversation');
      const present = views.get(id) ?? new Set();
      const view = { oldest: oldestOnScreen };
      views.set(id, present.add(view));
      touch(id);
      return () => {
        if (!present.delete(view)) return;
        touch(id);
        if (present.size === 0) views.delete(id);
      };
    },
    isShown: (id) => views.has(id),
    oldestShown: (id) => [...(views.get(id) ?? [])].map(({ oldest }) => oldest()),
    touch,
    used: () => [...used],
  };
}
