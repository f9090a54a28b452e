import type { ActionContext } from '../action-context.ts';
import { conversationReaders } from '../conversations/conversation-readers.ts';
import type { ConversationReader } from '../conversations/read-conversations.ts';
import type { StoreEvent, TimEventReaders, TimEventType } from '../events.ts';
import { friendReaders } from '../friends/friend-readers.ts';
import { groupReaders } from '../groups/group-readers.ts';
import { messageReaders } from '../messages/message-readers.ts';
import { profileReaders } from '../profiles/profile-readers.ts';
import { EVENT } from '../sdk/constants.ts';
import type { EventReaders } from '../sdk/listen.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import { readKickedOutType, readNetworkState } from '../session/normalize-session.ts';
import { copyPlain } from '../shared/plain.ts';
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
  readonly destroyed: () => void;
  readonly connected: () => void;
}

/**
 * Copies the data of each of the SDK's events into a store event, before the SDK's callback returns. What comes while
 * no account's scope lasts is dropped, but for what the session lives on: the last, throttled list events of one that
 * is over, above all.
 */
export function createEventReaders(
  context: ActionContext,
  readConversations: ConversationReader,
  sink: EventSink,
): EventReaders {
  const userID = (): string | undefined => context.getState().session.userID;
  const sessionReaders: TimEventReaders<SessionEventType> = {
    SDK_READY: () => ({ data: { userID: sink.ready() } }),
    SDK_NOT_READY: () => {
      sink.notReady();
      return { data: { userID: userID() } };
    },
    SDK_DESTROY: (data) => {
      sink.destroyed();
      return { data: copyPlain(data) };
    },
    KICKED_OUT: (data) => {
      sink.kickedOut();
      return { data: { type: readKickedOutType(data) } };
    },
    NET_STATE_CHANGE: (data) => {
      const state = readNetworkState(data);
      if (state === 'connected') sink.connected();
      return { data: { state } };
    },
    ERROR: (data) => {
      const error = toErrorInfo(toTimStoreError(data, 'finish a call of the SDK'));
      return sink.isEcho(error.code) ? undefined : { data: error };
    },
  };
  const accountReaders: Partial<TimEventReaders<TimEventType>> = {
    ...conversationReaders(readConversations, userID),
    ...messageReaders(context),
    ...groupReaders(context),
    ...friendReaders(context),
    ...profileReaders(context),
  };

  const read = (type: TimEventType, data: unknown): object | undefined => {
    if (isSessionEvent(type)) return sessionReaders[type](data);
    if (context.scope().isOver()) return undefined;
    const reader = accountReaders[type];
    // What has no reader has no state: it is told as it is.
    return reader === undefined ? { data: copyPlain(data) } : reader(data);
  };
  const guarded = (type: TimEventType) => (data: unknown) => {
    try {
      const event = read(type, data);
      if (event !== undefined) sink.push({ type, ...event } as StoreEvent);
    } catch (error) {
      sink.unreadable(type, data, error);
    }
  };
  const types = Object.keys(EVENT) as TimEventType[];
  return Object.fromEntries(types.map((type) => [type, guarded(type)])) as EventReaders;
}

type SessionEventType =
  | 'SDK_READY'
  | 'SDK_NOT_READY'
  | 'SDK_DESTROY'
  | 'KICKED_OUT'
  | 'NET_STATE_CHANGE'
  | 'ERROR';

const SESSION_EVENTS: ReadonlySet<string> = new Set<SessionEventType>([
  'SDK_READY',
  'SDK_NOT_READY',
  'SDK_DESTROY',
  'KICKED_OUT',
  'NET_STATE_CHANGE',
  'ERROR',
]);

function isSessionEvent(type: TimEventType): type is SessionEventType {
  return SESSION_EVENTS.has(type);
}
