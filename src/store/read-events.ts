import type { ActionContext } from '../action-context.ts';
import type { ConversationReader } from '../conversations/read-conversations.ts';
import type { StoreEvent, TimEventType } from '../events.ts';
import { normalizeRevocation } from '../messages/normalize-message.ts';
import { readMessages } from '../messages/read-messages.ts';
import type { EventReaders } from '../sdk/listen.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import { readKickedOutType, readNetworkState } from '../session/normalize-session.ts';
import { numberOf } from '../shared/fields.ts';
import type { TimErrorCode } from '../shared/tim-store-error.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';

/** Where the events go, and what the store does beside. */
export interface EventSink {
  readonly push: (event: StoreEvent) => void;
  /** Reports an event that could not be read at all. */
  readonly unreadable: (type: TimEventType, data: unknown, error: unknown) => void;
  /** Whether an ERROR event with this code is but the echo of the store's own question. */
  readonly isEcho: (code: TimErrorCode) => boolean;
  /** Answers whose account is ready, if it is known. */
  readonly ready: () => string | undefined;
  readonly notReady: () => void;
  readonly kickedOut: () => void;
  readonly connected: () => void;
}

/**
 * Copies the data of each of the SDK's events into a store event, before the SDK's callback returns. What comes while
 * no account's scope lasts is dropped: the last, throttled list events of one that is over, above all.
 */
export function createEventReaders(
  context: ActionContext,
  readConversations: ConversationReader,
  sink: EventSink,
): EventReaders {
  const userID = (): string | undefined => context.getState().session.userID;
  const isOver = (): boolean => context.scope().isOver();

  const readers: { readonly [K in TimEventType]: (data: unknown) => StoreEvent | undefined } = {
    SDK_READY: () => ({ type: 'SDK_READY', data: { userID: sink.ready() } }),
    SDK_NOT_READY: () => {
      sink.notReady();
      return { type: 'SDK_NOT_READY', data: { userID: userID() } };
    },
    KICKED_OUT: (data) => {
      sink.kickedOut();
      return { type: 'KICKED_OUT', data: { type: readKickedOutType(data) } };
    },
    NET_STATE_CHANGE: (data) => {
      const state = readNetworkState(data);
      if (state === 'connected') sink.connected();
      return { type: 'NET_STATE_CHANGE', data: { state } };
    },
    ERROR: (data) => {
      const error = toErrorInfo(toTimStoreError(data, 'finish a call of the SDK'));
      return sink.isEcho(error.code) ? undefined : { type: 'ERROR', data: error };
    },
    CONVERSATION_LIST_UPDATED: (data) => {
      if (isOver()) return undefined;
      const { conversations, profiles } = readConversations(data, userID());
      return { type: 'CONVERSATION_LIST_UPDATED', data: conversations, profiles };
    },
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
      if (event !== undefined) sink.push(event);
    } catch (error) {
      sink.unreadable(type, data, error);
    }
  };
  const types = Object.keys(readers) as TimEventType[];
  return Object.fromEntries(types.map((type) => [type, guarded(type)])) as EventReaders;
}
