import type { ActionContext } from '../action-context.ts';
import type { Asker } from '../sdk/ask-in-chunks.ts';
import { answerOf, callSdk } from '../sdk/call-sdk.ts';
import { loggedOut } from '../session/logged-out.ts';

type Asking = Pick<ActionContext, 'getState' | 'sdk'>;

/** Whether nobody is logged in, but an AVChatRoom is listened to. */
export function isAnonymous({ getState }: Asking): boolean {
  return getState().session.status === 'anonymous';
}

/**
 * Asks an SDK into which nobody has logged in one of the few things that it answers then. Rejects with `LOGGED_OUT`
 * where somebody logged in meanwhile: to them the answer means nothing.
 */
export function anonymously(context: Asking): Asker {
  return {
    ask: async (method, ...args) => {
      const answer = await callSdk(context.sdk(method), method, method, ...args);
      if (!isNobody(context)) throw loggedOut(undefined);
      return answerOf(answer);
    },
  };
}

/** Whether nobody is logged in, nor about to be. */
export function isNobody(context: Asking): boolean {
  return isAnonymous(context) || context.getState().session.status === 'idle';
}
