import type { SdkMessage, SdkMessageOptions } from '../sdk/tim-sdk.ts';
import type { SdkResponse } from './client/context.ts';
import type { Conversation } from './client/conversation.ts';
import type { Handler } from './client/emitter.ts';
import type { MessageListData, MessageListOptions } from './client/history.ts';
import type { Message } from './client/message.ts';
import type { UserProfile } from './client/profile.ts';
import type { LoginData, LoginOptions } from './client/session.ts';

/**
 * One client of the embedded SDK, with the vendor's methods and habits; it can stand wherever a `TimSdk` is asked for.
 *
 * Before SDK_READY every method fires ERROR and answers a rejected promise, whatever its type says; those above the
 * line below work always. Bad arguments throw `Error('Params validate failed.')`, without a code. Other errors are
 * rejections with the vendor's number in `code`.
 */
export interface MemorySdk {
  readonly on: (eventName: string, handler: Handler, context?: unknown) => void;
  readonly off: (eventName: string, handler: Handler, context?: unknown) => void;
  /** Resolves before SDK_READY. A user that is not there yet is made. */
  readonly login: (options: LoginOptions) => Promise<SdkResponse<LoginData>>;
  readonly logout: () => Promise<SdkResponse<object>>;
  /** Logs out; rejects with 2024 when nobody is logged in. SDK_DESTROY fires either way. */
  readonly destroy: () => Promise<SdkResponse<object>>;
  /** Does nothing. */
  readonly setLogLevel: (level: number) => void;
  /** Does nothing. */
  readonly registerPlugin: (plugins: object) => void;
  /** 3.x only. */
  readonly isReady?: () => boolean;
  /** 3.x only. '' while nobody is logged in. */
  readonly getLoginUser?: () => string;
  // ---------------------------------------------------------------------------------------------------------------
  /** 3.x only. Milliseconds. */
  readonly getServerTime?: () => number;
  readonly getMyProfile: () => Promise<SdkResponse<UserProfile>>;
  /** Leaves out users that do not exist. */
  readonly getUserProfile: (options: {
    readonly userIDList: readonly string[];
  }) => Promise<SdkResponse<readonly UserProfile[]>>;
  /** A fresh array of the live objects: pinned ones first, then the newest first. */
  readonly getConversationList: () => Promise<
    SdkResponse<{ readonly conversationList: readonly Conversation[]; readonly isSyncCompleted: true }>
  >;
  /** A C2C conversation that is not there yet is added to the list, without a last message. */
  readonly getConversationProfile: (
    conversationID: string,
  ) => Promise<SdkResponse<{ readonly conversation: Conversation }>>;
  readonly getTotalUnreadMessageCount: () => number;
  readonly pinConversation: (options: {
    readonly conversationID: string;
    readonly isPinned: boolean;
  }) => Promise<SdkResponse<{ readonly conversationID: string }>>;
  readonly setMessageRead: (options: { readonly conversationID: string }) => Promise<SdkResponse<object>>;
  /**
   * Oldest first. Mostly pages of 15, but what the client holds already may make them longer: treat every answer as a
   * merge by ID.
   */
  readonly getMessageList: (options: MessageListOptions) => Promise<SdkResponse<MessageListData>>;
  /** Null for one that the client does not hold. */
  readonly findMessage: (ID: string) => Message | null;
  readonly createTextMessage: (options: SdkMessageOptions) => Message;
  /** Takes the SDK's own object, or a Proxy of it, and resolves with what it was given. */
  readonly sendMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: Message }>>;
  /** As `sendMessage`, for any message, failed or not. */
  readonly resendMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: Message }>>;
  /** Takes a copy, too; then the copy is flagged and the SDK's own object is not. */
  readonly revokeMessage: (message: SdkMessage) => Promise<SdkResponse<{ readonly message: SdkMessage }>>;
}

/** How a client is made. */
export interface MemorySdkOptions {
  /**
   * Whose habits it has, where the generations differ; 3.x unless told.
   *
   * | | 2.x | 3.x |
   * | --- | --- | --- |
   * | `isReady`, `getLoginUser`, `getServerTime` | absent | there |
   * | keys of messages and conversations | 44 and 14 | 50 and 16, `subType` an own key |
   * | failed messages | in no list | in `getMessageList` |
   * | `getMessageList` without a cursor, again | joins the next older page | the same page |
   * | recall of a message that the client does not hold | no event | a plain object without ID and payload |
   * | conversations after a reconnect | the same objects | new objects |
   * | a message that the consumer has frozen | TypeError | resolves, `status` stays 'unSend' |
   * | first total unread after a login | after SDK_READY | before SDK_READY |
   */
  readonly flavour?: '2.x' | '3.x';
  /**
   * 3.x only: list events carry the changed rows alone, and are not throttled; a row that is gone is not mentioned.
   */
  readonly partialUpdatedConversations?: boolean;
}
