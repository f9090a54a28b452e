import type { Conversation } from '../conversations/conversation.ts';

/** What the session's actions bring, and the store's alarm. */
export type SessionEvent =
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
  | { readonly type: 'sessionSynced'; readonly conversations?: readonly Conversation[] }
  /** Nobody is logged in, but an AVChatRoom is listened to. */
  | { readonly type: 'anonymousJoined' }
  /** Server time has passed what `state` was waiting for: in seconds. */
  | { readonly type: 'timePassed'; readonly time: number };
