import type { ActionContext } from '../action-context.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { normalizeConversation, peerOf } from '../conversations/normalize-conversation.ts';
import type { StoreEvent, TimEventType } from '../events.ts';
import { normalizeRevocation } from '../messages/normalize-message.ts';
import { readMessages } from '../messages/read-messages.ts';
import type { Profile } from '../profiles/profile.ts';
import { toTimStoreError } from '../sdk/call-sdk.ts';
import type { EventReaders } from '../sdk/listen.ts';
import { readKickedOutType, readNetworkState } from '../session/normalize-session.ts';
import { numberOf } from '../shared/fields.ts';
import { isRecord } from '../shared/plain.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';

/** Where the events go, and what the store does beside. */
export interface EventSink {
  readonly push: (event: StoreEvent) => void;
  /** Reports an event that could not be read at all. */
  readonly unreadable: (type: TimEventType, data: unknown, error: unknown) => void;
  /** Whether an ERROR event of this SDK code is but the echo of the store's own question. */
  readonly isEcho: (sdkCode: number | undefined) => boolean;
  readonly kickedOut: () => void;
  readonly ready: () => void;
}

/**
 * Copies the data of each of the SDK's events into a store event, before the SDK's callback returns. What comes
 * after the account's end is dropped: its last, throttled list events, above all.
 */
export function createEventReaders(context: ActionContext, sink: EventSink): EventReaders {
  const copyConversations = createConversationCopier(context);
  const userID = (): string | undefined => context.getState().session.userID;
  const isOver = (): boolean => context.scope().isOver();

  const readers: { readonly [K in TimEventType]: (data: unknown) => StoreEvent | undefined } = {
    SDK_READY: () => {
      sink.ready();
      return { type: 'SDK_READY', data: { userID: userID() } };
    },
    SDK_NOT_READY: () => ({ type: 'SDK_NOT_READY', data: { userID: userID() } }),
    KICKED_OUT: (data) => {
      sink.kickedOut();
      return { type: 'KICKED_OUT', data: { type: readKickedOutType(data) } };
    },
    NET_STATE_CHANGE: (data) => ({ type: 'NET_STATE_CHANGE', data: { state: readNetworkState(data) } }),
    ERROR: (data) => {
      const error = toErrorInfo(toTimStoreError(data, 'finish a call of the SDK'));
      return sink.isEcho(error.sdkCode) ? undefined : { type: 'ERROR', data: error };
    },
    CONVERSATION_LIST_UPDATED: (data) =>
      isOver() ? undefined : { type: 'CONVERSATION_LIST_UPDATED', ...copyConversations(data) },
    TOTAL_UNREAD_MESSAGE_COUNT_UPDATED: (data) =>
      isOver() ? undefined : { type: 'TOTAL_UNREAD_MESSAGE_COUNT_UPDATED', data: numberOf(data) },
    MESSAGE_RECEIVED: (data) => messagesOf('MESSAGE_RECEIVED', data),
    MESSAGE_MODIFIED: (data) => messagesOf('MESSAGE_MODIFIED', data),
    MESSAGE_READ_BY_PEER: (data) => messagesOf('MESSAGE_READ_BY_PEER', data),
    MESSAGE_REVOKED: (data) =>
      isOver() ? undefined : { type: 'MESSAGE_REVOKED', data: context.readEach(data, normalizeRevocation) },
  };

  function messagesOf(
    type: 'MESSAGE_RECEIVED' | 'MESSAGE_MODIFIED' | 'MESSAGE_READ_BY_PEER',
    live: unknown,
  ): StoreEvent | undefined {
    if (isOver()) return undefined;
    const { messages, profiles } = readMessages(context, live);
    return { type, data: messages, profiles };
  }

  const guarded = (type: TimEventType) => (data: unknown) => {
    try {
      const event = readers[type](data);
      if (event !== undefined) sink.push(Object.freeze(event));
    } catch (error) {
      sink.unreadable(type, data, error);
    }
  };
  const types = Object.keys(readers) as TimEventType[];
  return Object.fromEntries(types.map((type) => [type, guarded(type)])) as EventReaders;
}

/**
 * Copies conversation lists, of which each event brings all rows though few changed: the last copy of each of the
 * SDK's objects is kept as long as the SDK keeps the object, and only a row that differs from it is copied again.
 */
function createConversationCopier(context: Pick<ActionContext, 'readEach' | 'getState'>) {
  const copies = new WeakMap<object, Conversation>();
  return (
    live: unknown,
  ): { readonly data: readonly Conversation[]; readonly profiles: readonly Profile[] } => {
    const profiles: Profile[] = [];
    const data = context.readEach(live, (item) => {
      const previous = isRecord(item) ? copies.get(item) : undefined;
      const row = normalizeConversation(item, context.getState().session.userID, previous);
      if (row === previous) return row;
      if (isRecord(item)) copies.set(item, row);
      const peer = peerOf(item);
      if (peer !== undefined) profiles.push(peer);
      return row;
    });
    return { data: Object.freeze(data), profiles };
  };
}
