import type { Conversation } from 'tim-reactive';
import { TYPES } from 'tim-reactive';

/** Whether a conversation keeps quiet about its messages. */
export function isMuted({ messageRemindType }: Conversation): boolean {
  return messageRemindType !== '' && messageRemindType !== TYPES.MSG_REMIND_ACPT_AND_NOTE;
}
