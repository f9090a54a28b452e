import type { SdkResponse } from './client/context.ts';
import type { ConversationGroupMethods } from './client/conversation-group-methods.ts';
import type { ConversationMethods } from './client/conversation-methods.ts';
import type { Handler } from './client/emitter.ts';
import type { PeopleMethods } from './client/people-methods.ts';
import type { LoginData, LoginOptions } from './client/session.ts';
import type { ExperimentalMethods } from './client/experimental-methods.ts';
import type { SearchMethods } from './client/search-methods.ts';
import type { TextServiceMethods } from './client/text-service-methods.ts';
import type { SignalingMethods } from './client/signaling-methods.ts';
import type { GroupSdk } from './group-sdk.ts';
import type { MessageSdk } from './message-sdk.ts';

/**
 * One client of the embedded SDK, with the vendor's methods and habits; it can stand wherever a `TimSdk` is asked for.
 *
 * Before SDK_READY every method fires ERROR and answers a rejected promise, whatever its type says; those above the
 * line below work always. Bad arguments throw `Error('Params validate failed.')`, without a code. Other errors are
 * rejections with the vendor's number in `code`.
 */
export interface MemorySdk
  extends MessageSdk,
    GroupSdk,
    PeopleMethods,
    ConversationMethods,
    ConversationGroupMethods,
    TextServiceMethods,
    Partial<SearchMethods>,
    Partial<ExperimentalMethods>,
    Partial<SignalingMethods> {
  readonly on: (eventName: string, handler: Handler, context?: unknown) => void;
  /** For one event. `off` does not take it back. */
  readonly once: (eventName: string, handler: Handler, context?: unknown) => void;
  readonly off: (eventName: string, handler: Handler, context?: unknown) => void;
  /** Resolves before SDK_READY. A user that is not there yet is made. */
  readonly login: (options: LoginOptions) => Promise<SdkResponse<LoginData>>;
  readonly logout: () => Promise<SdkResponse<object>>;
  /** Logs out; rejects with 2024 when nobody is logged in. SDK_DESTROY fires either way. */
  readonly destroy: () => Promise<SdkResponse<object>>;
  /** Does nothing. */
  readonly setLogLevel: (level: number) => void;
  /** 'tim-upload-plugin', with any value, lets files be sent from the next login on; others do nothing. */
  readonly registerPlugin: (plugins: object) => void;
  /** 3.x only. */
  readonly isReady?: () => boolean;
  /** 3.x only. '' while nobody is logged in. */
  readonly getLoginUser?: () => string;
  // ---------------------------------------------------------------------------------------------------------------
  /** 3.x only. Milliseconds. */
  readonly getServerTime?: () => number;
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
   * | ... or an own one, if it was the last message | one unread message less | no effect on the count |
   * | a row that a message makes | takes the peer's name in silence | asks; until then `messageRemindType` is undefined, and the total leaves it out |
   * | a hop beyond the newest message of a group | completed | never completed |
   * | `isModified` of messages in pages | false | as it is |
   * | conversations after a reconnect | the same objects | new objects |
   * | a message that the consumer has frozen | TypeError | resolves, `status` stays 'unSend' |
   * | first total unread after a login | after SDK_READY | before SDK_READY |
   * | `getGroupList` | asks, and fires the list event | from memory, with `isSyncCompleted` |
   * | the group list event, per message | each, of whatever conversation | those of groups |
   * | SERVER_CONFIG_UPDATED, after SDK_READY | absent | there, empty |
   * | a tip | rows, MESSAGE_RECEIVED, then its effect | MESSAGE_RECEIVED, its effect, then rows |
   * | `operatorInfo` of tips, `groupType` of notices | absent | there |
   * | a tip about a new owner | changes only the new owner's own role | `ownerID`, too, for the new owner alone |
   * | the row of a group that the account is out of | as it was | read; its history is what is held |
   * | joining or dismissing work groups, roles in them | refused by the SDK: 2601, 2622, 2682 | by the server: 10007 |
   * | members: `isOnline`, the option `role` | absent, ignored | there |
   * | adding and removing members | changes `memberCount` at once, removing by 1 | leaves it to the tip |
   * | reactions, pinned group messages, signaling, cloud search | absent | there |
   * | `convertVoiceToText`, `callExperimentalAPI` | absent | there |
   * | files | fewer payload keys (`thumbUrl`, `remoteFileUrl`, ...) | all of them |
   * | `modifyMessage` of a message with another payload object | sends it | sends the old one |
   * | messages of a hop | known to nobody | to `findMessage`; recalled and modified if there is no other list |
   * | `setConversationDraft`, `setAllReceiveMessageOpt`, `getAllReceiveMessageOpt`, followers | absent | there |
   * | `pinConversation` of one that is not there | 2500 | adds it |
   * | `getUserProfile` | the first 100 users, and cuts the caller's array | 1000; strangers from memory for 10 minutes |
   * | `addFriend` for a friend | refused by the SDK: 2701 | by the server: 30001 |
   * | friends put into a group, or deleted | no FRIEND_GROUP_LIST_UPDATED | the event |
   * | `removeFromBlacklist`, for the client that does it | no event | BLACKLIST_UPDATED |
   * | C2C read receipts | without a time, and told again | with `timestamp`, once |
   */
  readonly flavour?: '2.x' | '3.x';
  /** What SDK_DESTROY tells; of no other consequence. */
  readonly SDKAppID?: number;
  /**
   * 3.x only: list events carry the changed rows alone, and are not throttled; a row that is gone is not mentioned.
   */
  readonly partialUpdatedConversations?: boolean;
  /** 3.x only: false lets each list event come at once. The vendor's types do not name it. */
  readonly eventThrottling?: boolean;
}
