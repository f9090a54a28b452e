import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { partnerOf, requireConversationID } from '../conversations/conversation-id.ts';
import type { SendActions } from '../messages/send-actions.ts';
import * as TYPES from '../sdk/types.ts';
import { invalid } from '../shared/limits.ts';
import { typingNotice } from './typing-notice.ts';

/** Telling that I am writing. */
export interface TypingActions {
  /**
   * Tells the other one in a one-to-one conversation that I am writing, or not any more: call it at each key. It is sent
   * at the first one and every 3 seconds of writing, and when it ends; the message ends it by itself. In between it
   * resolves at once. It goes to whoever is online and is kept nowhere, as a custom message whose data is JSON that the
   * vendor's UI kits understand: `businessID` `user_typing_status`, `typingStatus` 1 or 0, `version` 1, `userAction` 14
   * or 0, `actionParam` `EIMAMSG_InputStatus_Ing` or `EIMAMSG_InputStatus_End`.
   *
   * Rejects with `INVALID_ARGUMENT` for a group, and with what hindered the send, which may be ignored.
   */
  readonly sendTyping: (conversationID: ConversationID, isTyping: boolean) => Promise<void>;
}

/** Milliseconds after which it is said again that I am writing. */
const AGAIN = 3000;

/** The action of telling that I am writing. */
export function createTypingActions(
  context: ActionContext,
  sendCustom: SendActions['sendCustom'],
): TypingActions {
  /** When it was said last, by conversation: while the other one takes me for writing. */
  let told = { scope: context.scope(), at: new Map<ConversationID, number>() };
  context.committed$.subscribe((event) => {
    if (event.type === 'sendStarted' && !event.message.onlineUserOnly)
      told.at.delete(event.message.conversationID);
  });
  const send = async (id: ConversationID, isTyping: boolean): Promise<void> => {
    const operation = 'tell that I am writing';
    const conversationID = requireConversationID(id, operation);
    if (partnerOf(conversationID)?.type !== TYPES.CONV_C2C)
      throw invalid(operation, 'it is told in one-to-one conversations only');
    if (told.scope !== context.scope()) told = { scope: context.scope(), at: new Map() };
    const last = told.at.get(conversationID);
    const now = context.clock.now();
    const isNews = isTyping ? last === undefined || now - last >= AGAIN : last !== undefined;
    if (!isNews) return;
    const handle = sendCustom(
      conversationID,
      { data: typingNotice(isTyping) },
      { onlineUserOnly: true, offlinePushInfo: { disablePush: true } },
    );
    if (isTyping) told.at.set(conversationID, now);
    else told.at.delete(conversationID);
    await handle.finished;
  };
  return {
    sendTyping: (conversationID, isTyping) => {
      const sent = send(conversationID, isTyping);
      sent.catch(() => undefined); // so that it may be ignored
      return sent;
    },
  };
}
