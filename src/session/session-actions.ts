import { filter, firstValueFrom } from 'rxjs';
import type { ActionContext } from '../action-context.ts';
import { answerData, callSdk } from '../sdk/call-sdk.ts';
import { isRecord } from '../shared/plain.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import type { Connection } from './connection.ts';
import type { SessionFinder } from './find-session.ts';

/** Who is logged in. */
export interface SessionActions {
  /**
   * Logs in and resolves when the account is *ready*, not merely logged in, and the state has its conversation list.
   * Another account is logged out first; its data is gone with the same commit in which this login starts. Holds the
   * connection until `logout`. A second call for the same user while the first runs is the same call.
   *
   * Rejects with `INVALID_ARGUMENT`, or with what the SDK answered.
   */
  readonly login: (options: LoginOptions) => Promise<void>;
  /**
   * Empties the state, but for the session, in one commit, in which sends on their way fail with `LOGGED_OUT`; then
   * logs the SDK out. Resolves when that is done.
   */
  readonly logout: () => Promise<void>;
}

/** What `login` takes; the SDK's own names. */
export interface LoginOptions {
  readonly userID: string;
  /** The signature that your server made for this user. */
  readonly userSig: string;
}

/** The session's actions, and whether a login is under way. */
export function createSessionActions(
  context: ActionContext,
  connection: Connection,
  finder: SessionFinder,
): SessionActions & { readonly isLoggingIn: () => boolean } {
  let running: { readonly userID: string; readonly result: Promise<void> } | undefined;
  let release: (() => void) | undefined;
  let leaving: Promise<unknown> = Promise.resolve();

  const leave = (): void => {
    release?.();
    release = undefined;
  };

  async function login({ userID, userSig }: LoginOptions): Promise<void> {
    const hold = connection.connect();
    try {
      // Called while a logout runs, the SDK's login would count as repeated, and then the logout would end it.
      await leaving.catch(() => undefined);
      const { session } = context.getState();
      if (session.userID !== userID || session.status !== 'ready') await enter(userID, userSig);
      leave();
      release = hold;
    } catch (error) {
      await context.dispatch({ type: 'loginFailed', userID });
      hold();
      throw error;
    }
  }

  async function enter(userID: string, userSig: string): Promise<void> {
    const sdk = context.sdk('log in');
    const { session } = context.getState();
    // Lite stays logged in after some kick-outs, and would not log in anew.
    if (session.status === 'kickedOut') await callSdk(sdk, 'log in', 'logout').catch(() => undefined);
    if (session.userID !== undefined && session.userID !== userID && session.status !== 'kickedOut')
      await logout();
    if (session.userID !== userID || context.scope().isOver()) context.beginScope(loggedOut(session.userID));
    const scope = context.scope();
    void context.dispatch({ type: 'loginStarted', userID });
    const ready = scope.guard(
      firstValueFrom(context.committed$.pipe(filter(({ type }) => type === 'SDK_READY'))),
    );
    ready.catch(() => undefined); // awaited only if the login gets that far
    const answer = await scope.guard(callSdk(sdk, 'log in', 'login', { userID, userSig }));
    void context.dispatch({ type: 'loginAnswered', userID });
    if (answerData(answer)['repeatLogin'] === true && (await finder.find(sdk))) {
      // It was logged in before, and no SDK_READY follows. As somebody else, even: the SDK ignores whom it is asked for.
      if (context.getState().session.userID !== userID) await enter(userID, userSig);
    } else await ready;
  }

  async function logout(): Promise<void> {
    const sdk = context.sdk('log out');
    context.scope().end(loggedOut(context.getState().session.userID));
    await context.dispatch({ type: 'loggedOut' });
    context.handles.clear();
    try {
      await callSdk(sdk, 'log out', 'logout');
    } catch (error) {
      if (!isOut(error)) throw error;
    }
    leave();
  }

  return {
    isLoggingIn: () => running !== undefined,
    login: async (options) => {
      const { userID, userSig } = requireLoginOptions(options);
      if (running?.userID === userID) return running.result;
      if (running !== undefined) {
        throw new TimStoreError(
          'NOT_READY',
          `unable to log in; the login of "${running.userID}" is still running`,
        );
      }
      const result = login({ userID, userSig }).finally(() => (running = undefined));
      running = { userID, result };
      return result;
    },
    logout: () => {
      const result = logout();
      leaving = result;
      return result;
    },
  };
}

function requireLoginOptions(options: LoginOptions): LoginOptions {
  for (const name of ['userID', 'userSig'] as const) {
    const value: unknown = isRecord(options) ? options[name] : undefined;
    if (typeof value === 'string' && value !== '') continue;
    throw new TimStoreError('INVALID_ARGUMENT', `unable to log in; ${name} must be a non-empty string`);
  }
  return options;
}

/** Whether the SDK refused to log out because it is not logged in. */
function isOut(error: unknown): boolean {
  return error instanceof TimStoreError && (error.code === 'NOT_LOGGED_IN' || error.code === 'KICKED_OUT');
}

function loggedOut(userID: string | undefined): TimStoreError {
  return new TimStoreError(
    'LOGGED_OUT',
    `unable to go on; ${userID === undefined ? 'the account' : `"${userID}"`} logged out`,
  );
}
