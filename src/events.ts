import type { Conversation } from './conversations/conversation.ts';
import type { ConversationID } from './conversations/conversation-id.ts';
import type { Message, MessageRevocation } from './messages/message.ts';
import type { ProfileSighting } from './profiles/profile.ts';
import type { KickedOutType, NetworkState } from './session/session.ts';
import type { TimErrorInfo } from './shared/tim-store-error.ts';

/** The SDK's events by the key of its EVENT table, each with what its stream emits: frozen copies, never SDK objects. */
export interface TimEventMap {
  /** The account is usable. `userID` is whose; `undefined` where another than this store logged in on a 2.x SDK, which does not tell. */
  readonly SDK_READY: { readonly userID: string | undefined };
  /** The account, `userID`, is not usable any more: it was logged out or kicked out. */
  readonly SDK_NOT_READY: { readonly userID: string | undefined };
  readonly KICKED_OUT: { readonly type: KickedOutType };
  readonly NET_STATE_CHANGE: { readonly state: NetworkState };
  /** What the SDK reports on its own account, and refused calls a second time. */
  readonly ERROR: TimErrorInfo;
  /** The whole list in the SDK's order; under the SDK option `partialUpdatedConversations`, only what changed. */
  readonly CONVERSATION_LIST_UPDATED: readonly Conversation[];
  /** The SDK's own total, which may count differently from `conversations.totalUnreadCount`. */
  readonly TOTAL_UNREAD_MESSAGE_COUNT_UPDATED: number;
  /** New messages, of several conversations at once, as the SDK delivered them; own ones from other devices, too. */
  readonly MESSAGE_RECEIVED: readonly Message[];
  readonly MESSAGE_MODIFIED: readonly Message[];
  readonly MESSAGE_REVOKED: readonly MessageRevocation[];
  readonly MESSAGE_READ_BY_PEER: readonly Message[];
}

/** The name of an SDK event, as in the SDK's EVENT table. */
export type TimEventType = keyof TimEventMap;

/** One event of the SDK, discriminated by `type`; `streams.event$` emits them. Plain data: it can be recorded and replayed. */
export type TimEvent = { readonly [K in TimEventType]: TimEventOf<K> }[TimEventType];

/** The SDK event of one name. */
export interface TimEventOf<K extends TimEventType> {
  readonly type: K;
  readonly data: TimEventMap[K];
}

/** What was seen of users' names and pictures beside the messages or conversations of an event. */
interface WithProfiles {
  readonly profiles: readonly ProfileSighting[];
}

/**
 * Everything that can change the state: the SDK's events and the results of actions. Plain, frozen, serializable;
 * the state is `reduce` over these and nothing else.
 */
export type StoreEvent =
  | { readonly [K in TimEventType]: TimEventOf<K> & Partial<WithProfiles> }[TimEventType]
  | { readonly type: 'loginStarted'; readonly userID: string }
  | { readonly type: 'loginAnswered'; readonly userID: string }
  /** `status` is what it goes back to: an account that was left by itself keeps its data over a failed attempt. */
  | {
      readonly type: 'loginFailed';
      readonly userID: string;
      readonly status: 'idle' | 'notReady' | 'kickedOut';
    }
  | { readonly type: 'loggedOut' }
  /** The SDK turned out to be logged in and ready, by another's doing. */
  | { readonly type: 'sessionFound'; readonly userID: string }
  /** The account is ready, with its conversation list, if it could be had. */
  | ({
      readonly type: 'sessionSynced';
      readonly conversations?: readonly Conversation[];
    } & Partial<WithProfiles>)
  | { readonly type: 'conversationRead'; readonly conversationID: ConversationID }
  | { readonly type: 'historyStarted'; readonly conversationID: ConversationID }
  | ({
      readonly type: 'historyLoaded';
      readonly conversationID: ConversationID;
      readonly messages: readonly Message[];
      readonly nextReqMessageID: string;
      readonly isCompleted: boolean;
    } & WithProfiles)
  | { readonly type: 'historyFailed'; readonly conversationID: ConversationID; readonly error: TimErrorInfo }
  /** A first attempt or a resend: the row as it is to be shown. */
  | ({ readonly type: 'sendStarted'; readonly message: Message } & WithProfiles)
  | ({ readonly type: 'sendSucceeded'; readonly message: Message } & WithProfiles)
  | { readonly type: 'sendFailed'; readonly ID: string; readonly error: TimErrorInfo };
