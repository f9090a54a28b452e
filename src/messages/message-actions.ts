import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { requireConversationID } from '../conversations/conversation-id.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import type { ChangeActions } from './change-actions.ts';
import { createChangeActions } from './change-actions.ts';
import type { ExtensionActions } from './extension-actions.ts';
import { createExtensionActions } from './extension-actions.ts';
import type { HoppingActions } from './hopping-actions.ts';
import { createHoppingActions } from './hopping-actions.ts';
import { createHistoryLoader } from './load-history.ts';
import { selectMessage } from './message-selectors.ts';
import type { PinActions } from './pin-actions.ts';
import { createPinActions } from './pin-actions.ts';
import type { ReactionActions } from './reaction-actions.ts';
import { createReactionActions } from './reaction-actions.ts';
import type { ReceiptActions } from './receipt-actions.ts';
import { createReceiptActions } from './receipt-actions.ts';
import type { SendActions } from './send-actions.ts';
import { createSendActions } from './send-actions.ts';
import type { SendHandle } from './send-message.ts';
import { transmit } from './send-message.ts';
import type { TextServiceActions } from './text-service-actions.ts';
import { createTextServiceActions } from './text-service-actions.ts';

/** Sending and loading messages, and all that can be done to them. */
export interface MessageActions
  extends SendActions,
    ChangeActions,
    HoppingActions,
    ReceiptActions,
    ExtensionActions,
    ReactionActions,
    PinActions,
    TextServiceActions {
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
  /** By attempt and ID: a row that has failed again begins another attempt, even before the promise of the last ends. */
  const resending = new Map<string, SendHandle>();
  return {
    ...createSendActions(context),
    ...createChangeActions(context),
    ...createHoppingActions(context),
    ...createReceiptActions(context),
    ...createExtensionActions(context),
    ...createReactionActions(context),
    ...createPinActions(context),
    ...createTextServiceActions(context),
    resend: (ID) => {
      const operation = 'resend message';
      context.requireReady(operation);
      const message = selectMessage(context.getState(), ID);
      const hasFailed = message?.status === 'fail';
      const key = `${(message?.attempt ?? 0) + Number(hasFailed)} ${ID}`;
      const present = resending.get(key);
      if (present !== undefined) return present;
      if (!hasFailed) {
        const found =
          message === undefined
            ? `the store has no message "${ID}"`
            : `"${ID}" has not failed: its status is "${message.status}"`;
        throw new TimStoreError('UNKNOWN_MESSAGE', `unable to ${operation}; ${found}`);
      }
      const live = context.handles.get(ID);
      if (live !== undefined) {
        const handle = transmit(context, 'resendMessage', live, message);
        resending.set(key, handle);
        handle.finished.finally(() => resending.delete(key)).catch(() => undefined);
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
