import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { partnerOf, requireConversationID } from '../conversations/conversation-id.ts';
import { invokeSdk } from '../sdk/call-sdk.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import { createHistoryLoader } from './load-history.ts';
import { selectMessage } from './message-selectors.ts';
import type { SendHandle } from './send-message.ts';
import { transmit } from './send-message.ts';

/** What goes along with a message; the SDK's own names. */
export interface SendOptions {
  /** Kept by the server with the message, and delivered with it. */
  readonly cloudCustomData?: string;
}

/** Sending and loading messages. */
export interface MessageActions {
  /**
   * Sends a text. The row is in the state, `sending`, before the next macrotask. Follows the SDK's
   * `createTextMessage` and `sendMessage`.
   *
   * Throws `INVALID_ARGUMENT` for an empty text or what is no conversation ID, and `NOT_LOGGED_IN`, `NOT_READY` or
   * `KICKED_OUT` while no message can be made: then nothing is on screen, and the caller still has the text.
   *
   * @example
   * const { ID, finished } = store.actions.messages.sendText(c2cID('alice'), 'hello');
   * await finished; // or ignore it: the row says how it ended
   */
  readonly sendText: (conversationID: ConversationID, text: string, options?: SendOptions) => SendHandle;
  /**
   * Sends a failed message again: the same row, a new attempt. Throws `UNKNOWN_MESSAGE` unless the message is in the
   * store and failed. While that attempt runs, another call is the same attempt.
   */
  readonly resend: (ID: string) => SendHandle;
  /**
   * Loads the newest page of a conversation, once per login: later calls resolve at once. Rejects with what hindered
   * it; what the SDK answered also stands in the history's `error`.
   */
  readonly load: (conversationID: ConversationID) => Promise<void>;
  /** Loads the next older page (the first, if none has come); resolves at once where nothing older is left. */
  readonly loadOlder: (conversationID: ConversationID) => Promise<void>;
}

/** The actions on messages. */
export function createMessageActions(context: ActionContext): MessageActions {
  const { loadFirst, loadOlder } = createHistoryLoader(context);
  const resending = new Map<string, SendHandle>();
  return {
    sendText: (conversationID, text, options) => {
      const operation = 'send text';
      const target = recipientOf(requireConversationID(conversationID, operation), operation);
      if (typeof text !== 'string' || text === '') {
        throw new TimStoreError(
          'INVALID_ARGUMENT',
          `unable to ${operation}; the text must be a non-empty string`,
        );
      }
      context.requireReady(operation);
      const live = invokeSdk(context.sdk(operation), operation, 'createTextMessage', {
        ...target,
        payload: { text },
        ...options,
      });
      if (isSdkMessage(live)) return transmit(context, 'sendMessage', live, undefined);
      // Instead of a message, an SDK that is not ready after all answers a rejected promise.
      Promise.resolve(live).catch(() => undefined);
      throw new TimStoreError(
        'NOT_READY',
        `unable to ${operation}; the SDK is not ready: wait for session.status "ready"`,
      );
    },
    resend: (ID) => {
      const operation = 'resend message';
      context.requireReady(operation);
      const present = resending.get(ID);
      if (present !== undefined) return present;
      const message = selectMessage(context.getState(), ID);
      if (message?.status !== 'fail') {
        const found =
          message === undefined
            ? `the store has no message "${ID}"`
            : `"${ID}" has not failed: its status is "${message.status}"`;
        throw new TimStoreError('UNKNOWN_MESSAGE', `unable to ${operation}; ${found}`);
      }
      const live = context.handles.get(ID);
      if (live !== undefined) {
        const handle = transmit(context, 'resendMessage', live, message);
        resending.set(ID, handle);
        handle.finished.finally(() => resending.delete(ID)).catch(() => undefined);
        return handle;
      }
      throw new TimStoreError(
        'UNKNOWN_MESSAGE',
        `unable to ${operation}; the SDK's own object of "${ID}" is gone: send the content anew`,
      );
    },
    load: async (conversationID) => loadFirst(requireConversationID(conversationID, 'load messages')),
    loadOlder: async (conversationID) =>
      loadOlder(requireConversationID(conversationID, 'load older messages')),
  };
}

function recipientOf(
  conversationID: ConversationID,
  operation: string,
): { to: string; conversationType: string } {
  const partner = partnerOf(conversationID);
  if (partner !== undefined) return { to: partner.ID, conversationType: partner.type };
  throw new TimStoreError(
    'INVALID_ARGUMENT',
    `unable to ${operation}; nobody can write into ${conversationID}`,
  );
}
