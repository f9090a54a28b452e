/**
 * Where the account stands.
 *
 * `idle` → `connecting` (login called) → `syncing` (logged in, lists on their way) → `ready`. `notReady`: the SDK
 * left the ready state by itself. `kickedOut` stays until the next login. `anonymous`: nobody is logged in, but an
 * AVChatRoom was joined, whose messages come; nothing can be written.
 */
export type SessionStatus =
  | 'idle'
  | 'connecting'
  | 'syncing'
  | 'ready'
  | 'notReady'
  | 'kickedOut'
  | 'anonymous';

/** The SDK's connection to the cloud, as it last reported it; `disconnected` before the first login. */
export type NetworkState = 'connected' | 'connecting' | 'disconnected';

/** Why an account was kicked out: the SDK's own four words. */
export type KickedOutType = 'multipleAccount' | 'multipleDevice' | 'userSigExpired' | 'REST_API_Kick';

/** The slice `state.session`: the one part of the state that outlives an account. */
export interface SessionState {
  readonly status: SessionStatus;
  /** Whose account it is; `undefined` while nobody is logged in. */
  readonly userID: string | undefined;
  readonly network: NetworkState;
  /** Why, from a kick-out on until the next login is answered. */
  readonly kickedOutType: KickedOutType | undefined;
}
