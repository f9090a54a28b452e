import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { answerData } from '../sdk/call-sdk.ts';
import { toTimStoreError } from '../sdk/to-tim-store-error.ts';
import { flagOf } from '../shared/fields.ts';
import { toErrorInfo } from '../shared/tim-store-error.ts';
import { EMPTY_HISTORY } from './history.ts';
import { selectHistory } from './message-selectors.ts';
import { readMessages } from './read-messages.ts';

/** Loads pages of history; at most one at a time per conversation. */
export interface HistoryLoader {
  /** The first page, unless it has come since the login. */
  readonly loadFirst: (conversationID: ConversationID) => Promise<void>;
  /** The next older page; the first, if none has come; nothing, if the oldest has. */
  readonly loadOlder: (conversationID: ConversationID) => Promise<void>;
}

/** A loader of history; whoever asks for a page that is on its way gets that one. */
export function createHistoryLoader(context: ActionContext): HistoryLoader {
  const running = new Map<ConversationID, Promise<void>>();

  async function load(conversationID: ConversationID, nextReqMessageID: string): Promise<void> {
    const { call, dispatch } = context;
    const operation = `load messages of ${conversationID}`;
    context.requireReady(operation);
    void dispatch({ type: 'historyStarted', conversationID });
    try {
      const options = nextReqMessageID === '' ? { conversationID } : { conversationID, nextReqMessageID };
      const data = answerData(await call(operation, 'getMessageList', options));
      const cursor = data['nextReqMessageID'];
      await dispatch({
        type: 'historyLoaded',
        conversationID,
        ...readMessages(context, data['messageList']),
        nextReqMessageID: typeof cursor === 'string' || typeof cursor === 'number' ? String(cursor) : '',
        isCompleted: flagOf(data['isCompleted']),
      });
      // It was cleared while the page was on its way: what has come since is not known yet.
      if (selectHistory(context.getState(), conversationID) === EMPTY_HISTORY) await load(conversationID, '');
    } catch (cause) {
      const error = toTimStoreError(cause, operation);
      // Where the account and its state are gone by now, the reducer finds no load to end.
      await dispatch({ type: 'historyFailed', conversationID, error: toErrorInfo(error) });
      throw error;
    }
  }

  function once(conversationID: ConversationID, nextReqMessageID: string): Promise<void> {
    const present = running.get(conversationID);
    if (present !== undefined) return present;
    const page = load(conversationID, nextReqMessageID).finally(() => {
      if (running.get(conversationID) === page) running.delete(conversationID);
    });
    running.set(conversationID, page);
    return page;
  }

  return {
    loadFirst: async (conversationID) => {
      if (!selectHistory(context.getState(), conversationID).isLoaded) await once(conversationID, '');
    },
    loadOlder: async (conversationID) => {
      const { isCompleted, nextReqMessageID } = selectHistory(context.getState(), conversationID);
      if (!isCompleted) await once(conversationID, nextReqMessageID);
    },
  };
}
