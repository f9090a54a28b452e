import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';
import { recordOf } from '../shared/fields.ts';

/** For how many seconds a notice holds. */
export const HOLDS = 6;

/**
 * The content of a typing notice, as the vendor's UI kits send and understand it: a custom message to whoever is online,
 * `data` being this as JSON.
 */
export function typingNotice(isTyping: boolean): string {
  return JSON.stringify({
    businessID: 'user_typing_status',
    typingStatus: Number(isTyping),
    version: 1,
    userAction: isTyping ? 14 : 0,
    actionParam: `EIMAMSG_InputStatus_${isTyping ? 'Ing' : 'End'}`,
  });
}

/** Whether a message says that its sender is writing, or not any more; `undefined` where it speaks of something else. */
export function readTypingNotice({ type, payload }: Message): boolean | undefined {
  if (type !== TYPES.MSG_CUSTOM || !payload.data.includes('user_typing_status')) return undefined;
  try {
    const { businessID, typingStatus } = recordOf(JSON.parse(payload.data));
    return businessID === 'user_typing_status' ? typingStatus === 1 : undefined;
  } catch {
    return undefined; // somebody else's data
  }
}
