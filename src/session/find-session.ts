import type { ActionContext } from '../action-context.ts';
import { normalizeConversation, peerOf } from '../conversations/normalize-conversation.ts';
import { answerData, callSdk } from '../sdk/call-sdk.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';

/** Finds an account that is logged in already. */
export interface SessionFinder {
  /**
   * Finds out whether the SDK is logged in and ready, by another's doing, and if so takes its account and conversation
   * list over: the events that told of them are past. Answers whether it was.
   */
  readonly find: (sdk: TimSdk) => Promise<boolean>;
  /** Whether it is asking now: the SDK answers a refused question with an ERROR event, too. */
  readonly isAsking: () => boolean;
}

/** A finder for the account of the store. */
export function createSessionFinder(context: ActionContext): SessionFinder {
  let asking = 0;
  return {
    isAsking: () => asking > 0,
    find: async (sdk) => {
      const scope = context.scope();
      asking += 1;
      const userID = await readyUser(sdk).finally(() => (asking -= 1));
      if (userID === undefined || scope.isOver()) return false;
      const answer = await callSdk(sdk, 'take over the session', 'getConversationList');
      if (scope.isOver()) return false;
      const live = answerData(answer)['conversationList'];
      await context.dispatch({
        type: 'sessionFound',
        userID,
        conversations: context.readEach(live, (item) => normalizeConversation(item, userID)),
        profiles: context.readEach(live, peerOf).filter((profile) => profile !== undefined),
      });
      return true;
    },
  };
}

/** Whose account is ready: 3.x tells, 2.x is asked for the own profile, which it refuses until then. */
async function readyUser(sdk: TimSdk): Promise<string | undefined> {
  try {
    if (sdk.isReady !== undefined) {
      if (!sdk.isReady()) return undefined;
      const userID = sdk.getLoginUser?.();
      if (typeof userID === 'string' && userID !== '') return userID;
    }
    const userID = answerData(await sdk.getMyProfile())['userID'];
    return typeof userID === 'string' && userID !== '' ? userID : undefined;
  } catch {
    return undefined; // not logged in, or not ready yet: SDK_READY will tell
  }
}
