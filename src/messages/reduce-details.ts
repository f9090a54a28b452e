import type { Draft } from 'immer';
import { castDraft } from 'immer';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { partnerOf } from '../conversations/conversation-id.ts';
import { undraft } from '../conversations/undraft.ts';
import type { StoreEvent } from '../events.ts';
import { equalPlain } from '../shared/plain.ts';
import { dropRows, putRows } from '../shared/put-rows.ts';
import { mergeMessages } from './merge-messages.ts';
import type {
  MessageExtension,
  MessageReaction,
  MessageReadReceipt,
  ReactionUser,
  ReadReceipt,
} from './message-details.ts';
import type { PinnedGroupMessageUpdate } from './message-events.ts';
import type { Message } from './message.ts';
import type { MessagesState } from './messages-state.ts';

/** Keeps what is known of messages beside the messages themselves. What is gone with them is dropped. */
export function reduceDetails(state: Draft<MessagesState>, event: StoreEvent): void {
  // Copies of messages that are not there tell of receipts, too.
  const seen = (event.receipts ?? []).map(({ messageID }) => messageID);
  const unseen = [...seen, ...toldOf(event)].filter((ID) => isNewAndUnseen(state, ID));
  keepDetails(state, event);
  noteUnseen(state, unseen);
}

function keepDetails(state: Draft<MessagesState>, event: StoreEvent): void {
  if (event.receipts !== undefined) addReceipts(state, event.receipts);
  switch (event.type) {
    case 'MESSAGE_READ_RECEIPT_RECEIVED':
      return addReceipts(state, event.data);
    case 'reactionsLoaded':
      for (const { messageID, reactionList } of event.reactions)
        setReactions(state, messageID, () => reactionList);
      return;
    case 'MESSAGE_REACTIONS_UPDATED':
      return setReactions(state, event.data.messageID, (before) =>
        event.data.reactionList.reduce(withMine, before),
      );
    case 'reactionSet':
      return setReactions(state, event.messageID, (before) => react(before, event));
    case 'extensionsLoaded':
      return setExtensions(state, event);
    case 'MESSAGE_EXTENSIONS_UPDATED':
      return setExtensions(state, event.data);
    case 'MESSAGE_EXTENSIONS_DELETED': {
      const { messageID, keyList } = event.data;
      return setExtensions(state, { messageID, extensions: keyList.map((key) => ({ key, value: '' })) });
    }
    case 'MESSAGE_MODIFIED':
      return mergeIntoPinned(state, event.data);
    case 'messagesChanged':
      return mergeIntoPinned(state, event.messages);
    case 'MESSAGE_REVOKED':
      for (const { conversationID, ID, sequence, revoker, revokeReason } of event.data)
        refreshPinned(state, conversationID, (old) =>
          ID === old.ID || (ID === undefined && sequence === old.sequence)
            ? Object.freeze({ ...old, isRevoked: true, revoker, revokeReason })
            : old,
        );
      return;
    case 'pinnedLoaded':
      return setPinned(state, event.groupID, () => event.messages);
    case 'pinnedChanged':
      return changePinned(state, event.update);
    case 'PINNED_GROUP_MESSAGE_UPDATED':
      return changePinned(state, event.data);
    default:
  }
}

/** Drops what is kept of messages that are gone for good. */
export function dropDetails(state: Draft<MessagesState>, IDs: readonly string[]): void {
  state.receipts = dropRows(state.receipts, IDs);
  state.reactions = dropRows(state.reactions, IDs);
  state.extensions = dropRows(state.extensions, IDs);
}

/** Of so many messages that are not there details are kept; then the oldest make room. */
const MOST_UNSEEN = 500;

/** The messages whose details the SDK tells of by itself: what was asked for is not limited. */
function toldOf(event: StoreEvent): readonly string[] {
  switch (event.type) {
    case 'MESSAGE_READ_RECEIPT_RECEIVED':
      return event.data.map(({ messageID }) => messageID);
    case 'MESSAGE_REACTIONS_UPDATED':
    case 'MESSAGE_EXTENSIONS_UPDATED':
    case 'MESSAGE_EXTENSIONS_DELETED':
      return [event.data.messageID];
    default:
      return [];
  }
}

/** Whether neither the message is there nor anything is known of it. */
function isNewAndUnseen(state: Draft<MessagesState>, ID: string): boolean {
  const { index, receipts, reactions, extensions } = state;
  return [index, receipts, reactions, extensions].every((table) => table.get(ID) === undefined);
}

/** Keeps in mind that these are not there, and drops the details of the oldest where they are too many. */
function noteUnseen(state: Draft<MessagesState>, IDs: readonly string[]): void {
  if (IDs.length === 0) return;
  const all = new Set([...undraft(state.unseen), ...IDs]);
  const unseen = [...all].filter((ID) => state.index.get(ID) === undefined);
  dropDetails(state, unseen.slice(0, -MOST_UNSEEN));
  state.unseen = castDraft(Object.freeze(unseen.slice(-MOST_UNSEEN)));
}

/** The ID of the row: the SDK may have parsed the message again, and then calls it by another. */
function rowID(state: Draft<MessagesState>, ID: string): string {
  return state.index.get(ID)?.ID ?? ID;
}

/** Who has read only becomes more, in whatever order it is told. */
function addReceipts(state: Draft<MessagesState>, receipts: readonly MessageReadReceipt[]): void {
  for (const { messageID, isPeerRead, readCount, unreadCount } of receipts) {
    const ID = rowID(state, messageID);
    const before: ReadReceipt | undefined = state.receipts.get(ID);
    const left = [before?.unreadCount, unreadCount].filter((count) => count !== undefined);
    const receipt: ReadReceipt = {
      isPeerRead: isPeerRead || before?.isPeerRead === true,
      readCount: Math.max(readCount, before?.readCount ?? 0),
      unreadCount: left.length === 0 ? undefined : Math.min(...left),
    };
    state.receipts = putRows(state.receipts, [[ID, receipt]]);
  }
}

function setReactions(
  state: Draft<MessagesState>,
  messageID: string,
  change: (before: readonly MessageReaction[]) => readonly MessageReaction[],
): void {
  const ID = rowID(state, messageID);
  state.reactions = putRows(state.reactions, [[ID, change(state.reactions.get(ID) ?? [])]]);
}

/** The list with a reaction as an event tells of it: whether it is mine, too, stays as it was known where the event cannot tell. */
function withMine(
  reactions: readonly MessageReaction[],
  reaction: MessageReaction,
): readonly MessageReaction[] {
  const { reactionID, partialUserList, totalUserCount } = reaction;
  const isKnown =
    partialUserList.length < totalUserCount &&
    reactions.some((known) => known.reactionID === reactionID && known.reactedByMyself);
  return withReaction(reactions, isKnown ? Object.freeze({ ...reaction, reactedByMyself: true }) : reaction);
}

/** The list with this reaction in its place, or at the end; without it where nobody reacts so any more. */
function withReaction(
  reactions: readonly MessageReaction[],
  reaction: MessageReaction,
): readonly MessageReaction[] {
  const isSame = (other: MessageReaction): boolean => other.reactionID === reaction.reactionID;
  if (reaction.totalUserCount <= 0) return reactions.filter((other) => !isSame(other));
  return reactions.some(isSame)
    ? reactions.map((other) => (isSame(other) && !equalPlain(other, reaction) ? reaction : other))
    : [...reactions, reaction];
}

/** The list after I reacted, or took it back; unchanged where the SDK's event was faster. */
function react(
  reactions: readonly MessageReaction[],
  {
    reactionID,
    user,
    isAdded,
  }: { readonly reactionID: string; readonly user: ReactionUser; readonly isAdded: boolean },
): readonly MessageReaction[] {
  const before = reactions.find((reaction) => reaction.reactionID === reactionID);
  if ((before?.reactedByMyself ?? false) === isAdded) return reactions;
  const others = (before?.partialUserList ?? []).filter(({ userID }) => userID !== user.userID);
  return withReaction(
    reactions,
    Object.freeze({
      reactionID,
      totalUserCount: (before?.totalUserCount ?? 0) + (isAdded ? 1 : -1),
      partialUserList: Object.freeze(isAdded ? [...others, user] : others),
      reactedByMyself: isAdded,
    }),
  );
}

/** Sets these, beside the others or instead; one without a value is deleted, as the SDK has it, too. */
function setExtensions(
  state: Draft<MessagesState>,
  {
    messageID,
    extensions,
    isWhole = false,
  }: {
    readonly messageID: string;
    readonly extensions: readonly MessageExtension[];
    readonly isWhole?: boolean;
  },
): void {
  const ID = rowID(state, messageID);
  const values = new Map(Object.entries((isWhole ? undefined : state.extensions.get(ID)) ?? {}));
  for (const { key, value } of extensions) values.set(key, value);
  // `fromEntries` makes own fields of whatever keys users think up.
  const kept = Object.fromEntries([...values].filter(([, value]) => value !== ''));
  state.extensions = putRows(state.extensions, [[ID, kept]]);
}

function setPinned(
  state: Draft<MessagesState>,
  groupID: string,
  change: (before: readonly Message[]) => readonly Message[],
): void {
  const pinned = [...change(state.pinned.get(groupID) ?? [])].sort((a, b) => b.sequence - a.sequence);
  state.pinned = putRows<string, readonly Message[]>(state.pinned, [[groupID, pinned]]);
}

function changePinned(state: Draft<MessagesState>, update: PinnedGroupMessageUpdate): void {
  const { groupID, messageID, isPinned, message } = update;
  setPinned(state, groupID, (before) => {
    const others = before.filter(({ ID }) => ID !== messageID);
    return isPinned && message !== undefined ? [...others, message] : others;
  });
}

/** Pinned messages stand beside the timelines, and change as they do. */
function mergeIntoPinned(state: Draft<MessagesState>, copies: readonly Message[]): void {
  for (const copy of copies)
    refreshPinned(state, copy.conversationID, (old) => (old.ID === copy.ID ? mergeMessages(old, copy) : old));
}

function refreshPinned(
  state: Draft<MessagesState>,
  conversationID: ConversationID,
  change: (old: Message) => Message,
): void {
  const groupID = partnerOf(conversationID)?.ID ?? '';
  const pinned = state.pinned.get(groupID);
  if (pinned !== undefined) setPinned(state, groupID, () => pinned.map(change));
}
