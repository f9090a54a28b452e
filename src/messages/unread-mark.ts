import type { ConversationID } from '../conversations/conversation-id.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import type { Message } from './message.ts';
import { selectTimeline } from './message-selectors.ts';
import type { Timeline } from './timeline.ts';

/** How much of a conversation was unread at one moment: what a view remembers, so that reading does not move its unread line. */
export interface UnreadMark {
  /** The newest message at that moment. */
  readonly newestID: string;
  /** How many of the messages of others, from there back, were unread. */
  readonly count: number;
}

/** Whoever wrote so many in a row has read what stands before them. */
const MOST_OWN = 100;

/** What is unread in a conversation now: by its `unreadCount`, or by `isRead` where that says more; `undefined` for nothing. */
export const selectUnreadMark: KeyedSelector<
  [conversationID: ConversationID | undefined],
  UnreadMark | undefined
> = /* @__PURE__ */ keyed(
  (conversationID) => conversationID && [`messages:${conversationID}`, `conversation:${conversationID}`],
  (state, conversationID) => {
    const timeline = selectTimeline(state, conversationID);
    const newest = timeline.at(-1);
    if (conversationID === undefined || newest === undefined) return undefined;
    let count = 0;
    let own = 0;
    for (let place = timeline.length - 1; place >= 0 && own < MOST_OWN; place--) {
      const message = timeline.at(place);
      if (message?.flow !== 'in') own += 1;
      else if (message.isRead) break;
      else {
        count += 1;
        own = 0;
      }
    }
    count = Math.max(count, state.conversations.byID.get(conversationID)?.unreadCount ?? 0);
    return count === 0 ? undefined : { newestID: newest.ID, count };
  },
);

/** The oldest of the messages that a mark counts; `undefined` while that one is not loaded. */
export function findUnread(timeline: Timeline, mark: UnreadMark | undefined): Message | undefined {
  let left = mark?.count ?? 0;
  for (let place = mark === undefined ? -1 : timeline.indexOf(mark.newestID); place >= 0; place--) {
    const message = timeline.at(place);
    if (message?.flow === 'in' && --left === 0) return message;
  }
  return undefined;
}

/** The first message of others that was not read yet; `undefined` where all are read, or where it is not loaded. */
export const selectFirstUnread: KeyedSelector<
  [conversationID: ConversationID | undefined],
  Message | undefined
> = /* @__PURE__ */ keyed(selectUnreadMark.keys, (state, conversationID) =>
  findUnread(selectTimeline(state, conversationID), selectUnreadMark(state, conversationID)),
);
