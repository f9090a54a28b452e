import type { Observable } from 'rxjs';
import type { StoreEvent } from './events.ts';
import type { SdkArguments, SdkMethod } from './sdk/call-sdk.ts';
import type { Handles } from './sdk/handles.ts';
import type { TimSdk } from './sdk/tim-sdk.ts';
import type { AccountScope } from './session/account-scope.ts';
import type { Clock } from './shared/clock.ts';
import type { TimState } from './state.ts';

/** What the store gives to the actions of every domain, and all that they work with. */
export interface ActionContext {
  readonly getState: () => TimState;
  readonly clock: Clock;
  /** Puts an event into the queue; resolves after the commit that contains it. */
  readonly dispatch: (event: StoreEvent) => Promise<void>;
  /** Every event after its commit, in order; completes with the store. */
  readonly committed$: Observable<StoreEvent>;
  readonly handles: Handles;
  /** The connected SDK; throws `NOT_LOGGED_IN` or `DISPOSED` while there is none. */
  readonly sdk: (operation: string) => TimSdk;
  /** The present account's scope; after a logout or kick-out, the one that is over. */
  readonly scope: () => AccountScope;
  /** Ends the present scope, if it is not over yet, and begins that of this user's login. */
  readonly beginScope: (userID: string) => void;
  /** Throws what hinders a call now: `NOT_LOGGED_IN`, `NOT_READY`, `KICKED_OUT` or `DISPOSED`. */
  readonly requireReady: (operation: string) => void;
  /** Calls the SDK on behalf of the present account, once it is ready, within its scope. */
  readonly call: <M extends SdkMethod>(
    operation: string,
    method: M,
    ...args: SdkArguments<M>
  ) => Promise<unknown>;
  /**
   * The same by the method's name alone, which names the operation, too; and gives the `data` of the SDK's answer.
   * `context.ask('getGroupProfile', { groupID })`
   */
  readonly ask: <M extends SdkMethod>(method: M, ...args: SdkArguments<M>) => Promise<unknown>;
  /** The server's time, in milliseconds: this device's, corrected by what the SDK has told. */
  readonly serverTime: () => number;
  /** Reads a list of the SDK's objects one by one; what cannot be read is reported and left out. */
  readonly readEach: <T>(live: unknown, read: (item: unknown) => T) => T[];
}
