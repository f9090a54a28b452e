import type { Conversation, ConversationID, MessageRemindType } from 'tim-reactive';
import { partnerOf, TYPES } from 'tim-reactive';

/** Whether a conversation keeps quiet about its messages. */
export function isMuted({ messageRemindType }: Conversation): boolean {
  return messageRemindType !== '' && messageRemindType !== TYPES.MSG_REMIND_ACPT_AND_NOTE;
}

/** What to set so that a conversation keeps quiet from now on, or speaks up again. */
export function remindTypeFor(isQuiet: boolean): MessageRemindType {
  return isQuiet ? TYPES.MSG_REMIND_ACPT_NOT_NOTE : TYPES.MSG_REMIND_ACPT_AND_NOTE;
}

/** What the conversation of the system notices is called: it has no name of its own. */
export const NOTICES_NAME = 'Group notices';

/** Whether it is one with a single other person, who can be told that I am writing. */
export function isC2C(conversationID: ConversationID): boolean {
  return partnerOf(conversationID)?.type === TYPES.CONV_C2C;
}
