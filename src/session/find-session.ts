import type { ActionContext } from '../action-context.ts';
import type { ConversationReader } from '../conversations/read-conversations.ts';
import { answerData, callSdk } from '../sdk/call-sdk.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';
import { textOf } from '../shared/fields.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import { loggedOut } from './logged-out.ts';

/** Finds out about an account that another than this store logged in or out. */
export interface SessionFinder {
  /** Whose account is ready; `undefined` if none is. Rejects where the SDK does not tell. */
  readonly present: (sdk: TimSdk) => Promise<string | undefined>;
  /** Whether another than this user is logged in, ready or not: the SDK's login would leave them so, and say it went well. */
  readonly isTaken: (sdk: TimSdk, userID: string) => Promise<boolean>;
  /** Fetches the conversation list of the account that is ready: the events that told of it are past. */
  readonly sync: (sdk: TimSdk) => Promise<void>;
  /**
   * Brings the state in line with the SDK: its ready account is taken over and paged anew, and where none is, an
   * account that the state still shows as ready is dropped. Does nothing if `isCurrent` no longer holds, or if a login
   * came between. `hasLoggedIn`: whether the SDK has just told of a login; without one a kick-out stays.
   */
  readonly takeOver: (sdk: TimSdk, isCurrent: () => boolean, hasLoggedIn: boolean) => Promise<void>;
  /** Whether it is asking now: the SDK answers a refused question with an ERROR event, too. */
  readonly isAsking: () => boolean;
  /** Whether the last question got no answer, and should be asked again. */
  readonly isUnsure: () => boolean;
}

/** A finder for the account of the store. */
export function createSessionFinder(context: ActionContext, read: ConversationReader): SessionFinder {
  let asking = 0;
  let unsure = false;

  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    asking += 1;
    return question().finally(() => (asking -= 1));
  };
  const present = async (sdk: TimSdk): Promise<string | undefined> => {
    unsure = true;
    const userID = await ask(async () => readyUser(sdk));
    unsure = false;
    return userID;
  };

  const sync = async (sdk: TimSdk): Promise<void> => {
    const scope = context.scope();
    try {
      const answer = await callSdk(sdk, 'take over the session', 'getConversationList');
      if (scope.isOver()) return;
      const list = read(answerData(answer)['conversationList'], context.getState().session.userID);
      await context.dispatch({ type: 'sessionSynced', ...list });
    } catch (error) {
      // It is ready all the same; the list comes with the SDK's next event.
      if (!scope.isOver()) await context.dispatch({ type: 'sessionSynced' });
      throw error;
    }
  };

  return {
    present,
    sync,
    isTaken: async (sdk, userID) => ask(async () => isTaken(sdk, userID)),
    isAsking: () => asking > 0,
    isUnsure: () => unsure,
    takeOver: async (sdk, isCurrent, hasLoggedIn) => {
      const scope = context.scope();
      const userID = await present(sdk);
      if (!isCurrent() || context.scope() !== scope) return;
      const { session } = context.getState();
      // Lite takes itself for ready after some kick-outs; only a login ends them.
      if (session.status === 'kickedOut' && !hasLoggedIn) return;
      if (userID !== undefined) {
        if (userID !== session.userID || scope.isOver()) context.beginScope(userID);
        void context.dispatch({ type: 'sessionFound', userID });
        await Promise.resolve(); // the list is read for the account of the state
        await sync(sdk);
      } else if (session.status === 'ready' || session.status === 'syncing') {
        scope.end(loggedOut(session.userID));
        context.handles.clear();
        await context.dispatch({ type: 'loggedOut' });
      }
    },
  };
}

/** 3.x tells whose account is ready; 2.x is asked for the own profile, which it refuses until then. */
async function readyUser(sdk: TimSdk): Promise<string | undefined> {
  try {
    if (sdk.isReady !== undefined) {
      if (!sdk.isReady()) return undefined;
      const userID = loginUserOf(sdk);
      if (userID !== undefined) return userID;
    }
    const answer = await callSdk(sdk, 'see who is logged in', 'getMyProfile');
    return textOf(answerData(answer)['userID']) || undefined;
  } catch (error) {
    if (error instanceof TimStoreError && NOBODY.has(error.code)) return undefined;
    throw error;
  }
}

async function isTaken(sdk: TimSdk, userID: string): Promise<boolean> {
  if (sdk.getLoginUser !== undefined) return (loginUserOf(sdk) ?? userID) !== userID;
  try {
    return answerData(await callSdk(sdk, 'see who is logged in', 'getMyProfile'))['userID'] !== userID;
  } catch (error) {
    // Not ready yet is somebody, whoever it is.
    return error instanceof TimStoreError && error.code !== 'NOT_LOGGED_IN' && error.code !== 'KICKED_OUT';
  }
}

/** How the SDK says that nobody is logged in and ready. */
const NOBODY: ReadonlySet<string> = new Set(['NOT_LOGGED_IN', 'NOT_READY', 'KICKED_OUT']);

/** Whose login the SDK says it is, ready or not; `undefined` on 2.x, which does not tell. */
export function loginUserOf(sdk: TimSdk): string | undefined {
  return textOf(sdk.getLoginUser?.()) || undefined;
}
