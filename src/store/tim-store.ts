import type { Observable } from 'rxjs';
import type { BlocklistActions } from '../blocklist/blocklist-actions.ts';
import type { ConversationActions } from '../conversations/conversation-actions.ts';
import type { StoreEvent } from '../events.ts';
import type { FriendActions } from '../friends/friend-actions.ts';
import type { GroupActions } from '../groups/group-actions.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import type { MemberActions } from '../members/member-actions.ts';
import type { MessageActions } from '../messages/message-actions.ts';
import type { RetentionOptions } from '../messages/retention.ts';
import type { ScreenActions } from '../messages/screen.ts';
import type { OfflinePolicy } from '../messages/send-message.ts';
import type { ProfileActions } from '../profiles/profile-actions.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';
import type { SessionActions } from '../session/session-actions.ts';
import type { SignalingActions } from '../signaling/signaling-actions.ts';
import type { Clock } from '../shared/clock.ts';
import type { TimStoreError } from '../shared/tim-store-error.ts';
import type { TimState } from '../state.ts';
import type { TimKey } from '../tim-key.ts';
import type { TypingActions } from '../typing/typing-actions.ts';
import type { TimStreams } from './streams.ts';

/** What `createTimStore` takes. */
export interface TimStoreOptions {
  /**
   * An SDK instance: `TIM.create(...)`, `TencentCloudChat.create(...)`, `server.createSdk()`; or a function that
   * returns one, which is called once, at the first `connect()`, and so neither while rendering nor on a server.
   */
  readonly sdk: TimSdk | (() => TimSdk);
  /**
   * Told of what goes wrong without stopping anything: a listener, selector or subscriber that threw, or data of the
   * SDK that could not be read, with the events being handled at that moment. By default `reportError`, else
   * `console.error`.
   */
  readonly onError?: (error: TimStoreError, events: readonly TimErrorSource[]) => void;
  /**
   * When the SDK's events are committed: one `microtask` later (the default), all that came up to then at once, or
   * joined over a `frame` of 16 ms.
   */
  readonly flush?: 'microtask' | 'frame';
  /** Whether a kick-out empties the state at once, as a logout does. By default the account's own data stays on screen. */
  readonly clearOnKick?: boolean;
  /** Must be `true` if the SDK (3.x) was created with `partialUpdatedConversations: true`: its events do not tell. */
  readonly partialUpdatedConversations?: boolean;
  /** How many messages are kept in memory; all, by default. */
  readonly retention?: RetentionOptions;
  /**
   * What becomes of messages that cannot go out because the network is down. `queue` (the default): they stay `sending`
   * and go out when it is back, as people expect of a chat; the SDK alone would give up after 15 s. `fail`: they fail at
   * once, where the SDK has noticed, with `NETWORK`, and it is for the application to resend them.
   */
  readonly offline?: OfflinePolicy;
  /** For how many seconds own messages can be recalled, as the application is set up on the server; 120 by default. */
  readonly recallWindow?: number;
  /** Where time comes from; the machine's clock by default. */
  readonly clock?: Clock;
}

/** An event at fault: one of the store's, or a copy of what the SDK sent and could not be read. */
export type TimErrorSource = StoreEvent | { readonly type: string; readonly data: unknown };

/** What can be done, by domain. Safe to destructure. */
export interface TimActions {
  readonly session: SessionActions;
  readonly conversations: ConversationActions;
  readonly messages: MessageActions & ScreenActions & TypingActions;
  readonly groups: GroupActions;
  readonly members: MemberActions;
  readonly friends: FriendActions;
  readonly blocklist: BlocklistActions;
  readonly profiles: ProfileActions;
  readonly signaling: SignalingActions;
}

/** A reactive, read-only store over one SDK instance. zustand's `useStore` accepts it as it is. */
export interface TimStore {
  /** The present state: immutable; what does not change from commit to commit keeps its identity. */
  readonly getState: () => TimState;
  /** The state of a store in which nothing has happened: what a server renders. */
  readonly getInitialState: () => TimState;
  /**
   * Calls the listener after each commit, `previous` being the state before it; with a key or several, once after those
   * that changed one of these parts of the state. The answer unsubscribes. What a listener throws is reported, and the
   * others are called.
   */
  readonly subscribe: (
    listener: (state: TimState, previous: TimState) => void,
    keys?: TimKey | readonly TimKey[],
  ) => () => void;
  /**
   * The selected part of the state as an Observable: the current value at once, then each that differs, by `isEqual`
   * (`Object.is`). One of the library's selectors, followed by its arguments, is looked at after commits that change what
   * it reads, and after no other: however many are subscribed, each to its own. Any other selector runs once a commit.
   * One that throws is reported, and tried again the next time.
   *
   * @example
   * store.select(selectConversation, c2cID('alice')).subscribe((row) => showUnread(row?.unreadCount ?? 0));
   * store.select((state) => state.session.status === 'ready').subscribe((isReady) => enableInput(isReady));
   */
  readonly select: {
    <Args extends readonly unknown[], T>(selector: KeyedSelector<Args, T>, ...args: Args): Observable<T>;
    <T>(selector: (state: TimState) => T, isEqual?: (a: T, b: T) => boolean): Observable<T>;
  };
  readonly streams: TimStreams;
  readonly actions: TimActions;
  /**
   * Listens to the SDK while at least one caller holds a connection; the answer releases this one. An SDK that is
   * logged in and ready already is taken over. `login` holds one by itself, as do the provider and the plug-in.
   */
  readonly connect: () => () => void;
  /** Ends everything: completes the streams, ends running sends with `DISPOSED`, leaves no listener. Neither logs out nor destroys the SDK. */
  readonly dispose: () => void;
}
