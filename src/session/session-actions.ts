import { filter, firstValueFrom, Observable, takeUntil } from 'rxjs';
import type { ActionContext } from '../action-context.ts';
import { answerData, callSdk } from '../sdk/call-sdk.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';
import { recordOf } from '../shared/fields.ts';
import { requireID } from '../shared/limits.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';
import type { Connection } from './connection.ts';
import type { SessionFinder } from './find-session.ts';
import { loggedOut } from './logged-out.ts';
import type { SdkActions } from './sdk-actions.ts';
import { createSdkActions } from './sdk-actions.ts';

/** Who is logged in, and what concerns the SDK as a whole. */
export interface SessionActions extends SdkActions {
  /**
   * Logs in and resolves when the account is *ready*, not merely logged in, and the state has its conversation list.
   * Another account is logged out first, and its data is gone before this login starts. Holds the connection until
   * `logout`. A second call for the same user while the first runs is the same call; for another user it is refused.
   *
   * Rejects with `INVALID_ARGUMENT`, with what the SDK answered, or with `LOGGED_OUT` if a `logout` overtakes it.
   * Follows the SDK's `login` and SDK_READY.
   */
  readonly login: (options: LoginOptions) => Promise<void>;
  /**
   * Empties the state, but for the session, in one commit, in which sends on their way fail with `LOGGED_OUT`; then
   * logs the SDK out. Resolves when that is done; a login that is still running is ended. If the SDK refuses, the state
   * is empty all the same, the promise rejects, and `logout` can be called again.
   */
  readonly logout: () => Promise<void>;
  /**
   * Logs out, as `logout` does, and destroys the SDK, for good: every later call rejects with `DISPOSED`. The streams stay
   * open until `dispose()`. Follows the SDK's `destroy`. An SDK that the host application destroys ends the same way.
   */
  readonly destroy: () => Promise<void>;
}

/** What `login` takes; the SDK's own names. */
export interface LoginOptions {
  readonly userID: string;
  /** The signature that your server made for this user. */
  readonly userSig: string;
}

/** The session's actions, and whether a login or a logout of the SDK is under way. */
export function createSessionActions(
  context: ActionContext,
  connection: Connection,
  finder: SessionFinder,
): SessionActions & { readonly isLoggingIn: () => boolean; readonly isLeaving: () => boolean } {
  /** The login that runs, unless a logout has overtaken it. */
  let running: { readonly userID: string; result: Promise<void> } | undefined;
  let release: (() => void) | undefined;
  let busy: Promise<unknown> = Promise.resolve();
  let leaving = 0;

  const hold = (next: (() => void) | undefined): void => {
    release?.();
    release = next;
  };
  /** The SDK's own logins and logouts one after the other: one called during another comes to nothing. */
  const alone = async <T>(call: () => Promise<T>): Promise<T> => {
    const result = busy.then(call);
    busy = result.catch(() => undefined);
    return result;
  };
  const leaveSdk = async (sdk: TimSdk, operation: string): Promise<void> => {
    leaving += 1;
    try {
      await alone(async () => callSdk(sdk, operation, 'logout'));
    } catch (error) {
      if (!isOut(error)) throw error;
    } finally {
      leaving -= 1;
    }
  };
  const empty = async (): Promise<void> => {
    context.scope().end(loggedOut(context.getState().session.userID));
    context.handles.clear();
    await context.dispatch({ type: 'loggedOut' });
  };

  async function login(options: LoginOptions, isCurrent: () => boolean): Promise<void> {
    const { userID } = options;
    const { session } = context.getState();
    const isKeptUp = connection.isHeld() && !context.scope().isOver();
    const isReady = isKeptUp && session.userID === userID && session.status === 'ready';
    const connected = connection.connect();
    const isLeft =
      session.userID === userID && (session.status === 'notReady' || session.status === 'kickedOut');
    try {
      if (!isReady) await enter(options, isCurrent);
      hold(connected);
    } catch (error) {
      if (isCurrent()) {
        context.scope().end(loggedOut(userID));
        await context.dispatch({ type: 'loginFailed', userID, status: isLeft ? session.status : 'idle' });
      }
      connected();
      throw error;
    }
  }

  async function enter({ userID, userSig }: LoginOptions, isCurrent: () => boolean): Promise<void> {
    const sdk = context.sdk('log in');
    await busy; // what the SDK tells of the end of another session must not be taken for the end of this one
    const { session } = context.getState();
    if (session.userID !== undefined && session.userID !== userID && session.status !== 'kickedOut')
      await empty();
    // Lite stays logged in after some kick-outs, and would not log in anew.
    if (session.status === 'kickedOut') await leaveSdk(sdk, 'log in').catch(() => undefined);
    else if (await finder.isTaken(sdk, userID)) await leaveSdk(sdk, 'log in');
    // Else the SDK goes on listening to the rooms of nobody, for the account.
    if (session.status === 'anonymous')
      for (const groupID of context.getState().groups.order)
        await callSdk(sdk, 'log in', 'quitGroup', groupID).catch(() => undefined);
    if (!isCurrent()) throw loggedOut(userID);
    context.sdk('log in'); // not if the store was disposed meanwhile
    context.beginScope(userID);
    void context.dispatch({ type: 'loginStarted', userID });
    const scope = context.scope();
    const ended = new Observable<void>((subscriber) => scope.onEnd(() => subscriber.next()));
    const isReady = context.committed$.pipe(
      filter(({ type }) => type === 'SDK_READY'),
      takeUntil(ended),
    );

    for (;;) {
      const ready = scope.guard(firstValueFrom(isReady));
      ready.catch(() => undefined); // awaited only if the login gets that far
      const answer = await scope.guard(
        alone(async () => callSdk(sdk, 'log in', 'login', { userID, userSig })),
      );
      const isRepeated = answerData(answer)['repeatLogin'] === true;
      let present = isRepeated ? await scope.guard(finder.present(sdk)) : undefined;
      if (present === undefined) {
        void context.dispatch({ type: 'loginAnswered', userID });
        await ready;
        present = isRepeated ? await scope.guard(finder.present(sdk)) : userID;
        if (present === userID) return;
      } else if (present === userID) {
        // Logged in before, and no SDK_READY follows.
        void context.dispatch({ type: 'loginAnswered', userID });
        await scope.guard(finder.sync(sdk));
        return;
      }
      // Logged in as somebody else: the SDK ignores whom it is asked for.
      await scope.guard(leaveSdk(sdk, 'log in'));
    }
  }

  return {
    isLoggingIn: () => running !== undefined,
    isLeaving: () => leaving > 0,
    login: async (options) => {
      const { userID, userSig } = requireLoginOptions(options);
      if (running?.userID === userID) return running.result;
      if (running !== undefined) {
        throw unable('NOT_READY', 'log in', `the login of "${running.userID}" is still running`);
      }
      const mine = { userID, result: Promise.resolve() };
      running = mine;
      mine.result = login({ userID, userSig }, () => running === mine).finally(() => {
        if (running === mine) running = undefined;
      });
      return mine.result;
    },
    logout: async () => {
      const sdk = context.sdk('log out');
      running = undefined;
      const [, left] = await Promise.allSettled([empty(), leaveSdk(sdk, 'log out')]);
      if (left.status === 'rejected') throw left.reason;
      if (running === undefined) hold(undefined);
    },
    destroy: async () => {
      const sdk = context.sdk('destroy');
      if (sdk.destroy === undefined) await callSdk(sdk, 'destroy', 'destroy'); // which rejects, and nothing is over
      running = undefined;
      const emptied = empty();
      try {
        await alone(async () => callSdk(sdk, 'destroy', 'destroy'));
      } catch (error) {
        if (!isOut(error)) throw error; // nobody was logged in: it is destroyed all the same
      }
      connection.dispose('the SDK was destroyed');
      await emptied;
    },
    ...createSdkActions(context),
  };
}

function requireLoginOptions(options: LoginOptions): LoginOptions {
  for (const name of ['userID', 'userSig'] as const) requireID('log in', name, recordOf(options)[name]);
  return options;
}

/** Whether the SDK refused to log out because it is not logged in. */
function isOut(error: unknown): boolean {
  return error instanceof TimStoreError && (error.code === 'NOT_LOGGED_IN' || error.code === 'KICKED_OUT');
}
