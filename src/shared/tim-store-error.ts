/**
 * Every reason for which the store refuses or fails, one word each. Closed: a `switch` over it can be exhaustive.
 *
 * | code | what to do |
 * | --- | --- |
 * | `INVALID_SDK` | pass what `TIM.create(...)` answers (or a function that does) as `sdk` |
 * | `INVALID_ARGUMENT` | mend the argument that the message names |
 * | `UNKNOWN_MESSAGE` | the message ID is not in the store, or its message cannot be used so |
 * | `NOT_LOGGED_IN` | call `actions.session.login` first |
 * | `NOT_READY` | wait until `session.status` is `ready` |
 * | `KICKED_OUT` | log in again |
 * | `LOGGED_OUT` | the account left before the call ended; nothing to do |
 * | `DISPOSED` | the store was disposed; make a new one |
 * | `UNSUPPORTED` | this SDK lacks the method that the message names |
 * | `TIMEOUT`, `NETWORK` | try again once the network is back |
 * | `PARTIAL` | of a call in several parts, some went through: see `done` and `remaining` |
 * | `ABORTED` | your `AbortSignal` or `cancel()` ended it |
 * | `SDK_ERROR` | the SDK or its server refused; see `sdkCode` |
 * | `MALFORMED_DATA` | the SDK sent something that could not be read; the rest of the event was kept |
 * | `SUBSCRIBER_FAILED` | a listener, selector or stream subscriber of yours threw; see `cause` |
 */
export type TimErrorCode =
  | 'INVALID_SDK'
  | 'INVALID_ARGUMENT'
  | 'UNKNOWN_MESSAGE'
  | 'NOT_LOGGED_IN'
  | 'NOT_READY'
  | 'KICKED_OUT'
  | 'LOGGED_OUT'
  | 'DISPOSED'
  | 'UNSUPPORTED'
  | 'TIMEOUT'
  | 'NETWORK'
  | 'PARTIAL'
  | 'ABORTED'
  | 'SDK_ERROR'
  | 'MALFORMED_DATA'
  | 'SUBSCRIBER_FAILED';

/** The plain, frozen part of a `TimStoreError`, as it stands in the state and in recorded events. */
export interface TimErrorInfo {
  readonly code: TimErrorCode;
  /** `unable to <operation>; <reason>`. */
  readonly message: string;
  /** The SDK's own number, where the SDK refused; see its error code table. */
  readonly sdkCode: number | undefined;
  /** Whether the same call may succeed later, unchanged: after a timeout, or where it came too fast, say. */
  readonly retryable: boolean;
}

const RETRYABLE: ReadonlySet<TimErrorCode> = new Set(['NOT_READY', 'TIMEOUT', 'NETWORK']);

/**
 * The one error class of the library. `message` reads `unable to <operation>; <reason>`.
 *
 * @example
 * await store.actions.session.login({ userID: 'alice', userSig }).catch((error) => {
 *   if (error instanceof TimStoreError && error.retryable) showRetry(error.message);
 * });
 */
export class TimStoreError extends Error implements TimErrorInfo {
  override readonly name = 'TimStoreError';
  readonly code: TimErrorCode;
  readonly sdkCode: number | undefined;
  readonly retryable: boolean;
  /** Of a `PARTIAL`: the IDs that went through, in the order given. Empty otherwise. */
  readonly done: readonly string[];
  /** Of a `PARTIAL`: the IDs that did not; the same call with these goes on. Empty otherwise. */
  readonly remaining: readonly string[];

  constructor(
    code: TimErrorCode,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly sdkCode?: number | undefined;
      readonly retryable?: boolean;
      readonly done?: readonly string[];
      readonly remaining?: readonly string[];
    } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.sdkCode = options.sdkCode;
    this.retryable = options.retryable ?? RETRYABLE.has(code);
    this.done = options.done ?? [];
    this.remaining = options.remaining ?? [];
  }
}

/** The plain part of an error, fit for the state. */
export function toErrorInfo(error: TimErrorInfo): TimErrorInfo {
  return Object.freeze({
    code: error.code,
    message: error.message,
    sdkCode: error.sdkCode,
    retryable: error.retryable,
  });
}
