import type { ConversationID } from '../conversations/conversation-id.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import type { TimState } from '../state.ts';
import type { History } from './history.ts';
import { EMPTY_HISTORY } from './history.ts';
import type { Message } from './message.ts';
import type { MessageReaction, ReadReceipt } from './message-details.ts';
import type { MessagesState } from './messages-state.ts';
import type { Timeline } from './timeline.ts';
import { emptyTimeline } from './chunked-timeline.ts';

const NO_MESSAGES = emptyTimeline();

/** A conversation's messages, oldest first; an empty timeline where none are known. Changes with that conversation only. */
export const selectTimeline: KeyedSelector<[conversationID: ConversationID | undefined], Timeline> =
  /* @__PURE__ */ keyed(
    'messages:',
    (state, conversationID) =>
      (conversationID && state.messages.timelines.get(conversationID)) ?? NO_MESSAGES,
  );

/** How far a conversation's history has been loaded, and whether more is on its way. */
export const selectHistory: KeyedSelector<[conversationID: ConversationID | undefined], History> =
  /* @__PURE__ */ keyed(
    'messages:',
    (state, conversationID) =>
      (conversationID && state.messages.history.get(conversationID)) ?? EMPTY_HISTORY,
  );

/** A message by its ID, in whichever conversation; `undefined` where the store does not have it. */
export const selectMessage: KeyedSelector<[ID: string | undefined], Message | undefined> =
  /* @__PURE__ */ keyed('message:', (state, ID) => {
    const known = ID === undefined ? undefined : state.messages.index.get(ID);
    return known && state.messages.timelines.get(known.conversationID)?.get(known.ID);
  });

/**
 * Who has read a message that was sent with `needReadReceipt`; `undefined` where nothing is known. `isPeerRead` of the
 * message itself is another thing: the peer's reading of the whole conversation.
 */
export const selectReadReceipt: KeyedSelector<[ID: string | undefined], ReadReceipt | undefined> =
  /* @__PURE__ */ keyed('message:', (state, ID) => detailOf(state, 'receipts', ID));

/** The reactions to a message, the oldest kind first; none where none are known. */
export const selectReactions: KeyedSelector<[ID: string | undefined], readonly MessageReaction[]> =
  /* @__PURE__ */ keyed('message:', (state, ID) => detailOf(state, 'reactions', ID) ?? NONE);

/** The extensions of a message, by key; none where none are known. */
export const selectExtensions: KeyedSelector<
  [ID: string | undefined],
  Readonly<Record<string, string>>
> = /* @__PURE__ */ keyed('message:', (state, ID) => detailOf(state, 'extensions', ID) ?? NO_EXTENSIONS);

/** The pinned messages of a group, the newest first; none where they were not asked for. */
export const selectPinnedMessages: KeyedSelector<[groupID: string | undefined], readonly Message[]> =
  /* @__PURE__ */ keyed(
    'group:',
    (state, groupID) => (groupID === undefined ? undefined : state.messages.pinned.get(groupID)) ?? NONE,
  );

/** How much of a message's file is uploaded, in percent; `undefined` where none is on its way. */
export const selectUploadProgress: KeyedSelector<[ID: string | undefined], number | undefined> =
  /* @__PURE__ */ keyed('message:', (state, ID) => detailOf(state, 'uploads', ID));

/**
 * Until which second (server time) an own message can be recalled, by the store's `recallWindow`; `undefined` where it
 * cannot, or not any more: turns so by itself.
 */
export const selectRevocableUntil: KeyedSelector<[ID: string | undefined], number | undefined> =
  /* @__PURE__ */ keyed('message:', (state, ID) => detailOf(state, 'revocable', ID));

const NONE: readonly never[] = Object.freeze([]);
const NO_EXTENSIONS: Readonly<Record<string, string>> = Object.freeze({});

/** Details are kept under the ID that the row has; the SDK may know it by another. */
function detailOf<K extends 'receipts' | 'reactions' | 'extensions' | 'uploads' | 'revocable'>(
  { messages }: TimState,
  table: K,
  ID: string | undefined,
): ReturnType<MessagesState[K]['get']> {
  const get = (key: string | undefined) => (key === undefined ? undefined : messages[table].get(key));
  return (get(ID) ?? get(ID && messages.index.get(ID)?.ID)) as ReturnType<MessagesState[K]['get']>;
}
