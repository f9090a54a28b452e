import { unable } from '../shared/unable.ts';

/**
 * The SDK's ID of a conversation: `C2C` + user ID, `GROUP` + group ID, or `@TIM#SYSTEM` for system notices. A bare
 * user ID does not compile; `c2cID` and `groupID` make one.
 */
export type ConversationID = `C2C${string}` | `GROUP${string}` | '@TIM#SYSTEM';

/**
 * The ID of the one-to-one conversation with a user.
 *
 * @example
 * store.actions.messages.sendText(c2cID('alice'), 'hello');
 */
export function c2cID(userID: string): ConversationID {
  return `C2C${userID}`;
}

/**
 * The ID of a group's conversation.
 *
 * @example
 * store.actions.messages.sendText(groupID('team'), 'hello all');
 */
export function groupID(groupID: string): ConversationID {
  return `GROUP${groupID}`;
}

/** Whether a string has the form of a conversation ID. */
export function isConversationID(value: unknown): value is ConversationID {
  return typeof value === 'string' && (/^(C2C|GROUP)./s.test(value) || value === '@TIM#SYSTEM');
}

/** The value, if it is a conversation ID; else throws `INVALID_ARGUMENT`, and says that it was unable to do `operation`. */
export function requireConversationID(value: unknown, operation: string): ConversationID {
  if (isConversationID(value)) return value;
  const isHint = typeof value === 'string' && !/^(C2C|GROUP)?$/.test(value);
  const hint = isHint ? JSON.stringify(value) : '"alice"';
  throw unable(
    'INVALID_ARGUMENT',
    operation,
    `${JSON.stringify(value) ?? 'undefined'} is not a conversation ID: use c2cID(${hint}) for a user or groupID(${hint}) for a group`,
  );
}

/**
 * Whom a conversation is with: a user or a group, and its ID; `undefined` for system notices.
 *
 * @example
 * partnerOf(c2cID('alice')); // { type: 'C2C', ID: 'alice' }
 */
export function partnerOf(
  conversationID: ConversationID,
): { readonly type: 'C2C' | 'GROUP'; readonly ID: string } | undefined {
  const [, type, ID] = /^(C2C|GROUP)(.+)$/s.exec(conversationID) ?? [];
  return ID === undefined ? undefined : { type: type === 'GROUP' ? 'GROUP' : 'C2C', ID };
}
