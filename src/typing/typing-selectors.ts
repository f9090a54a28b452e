import type { ConversationID } from '../conversations/conversation-id.ts';
import type { TimState } from '../state.ts';

/** Whether the other one is writing to me now, in a one-to-one conversation; turns `false` by itself. */
export function selectIsTyping(state: TimState, conversationID: ConversationID | undefined): boolean {
  return state.typing.some((typing) => typing.conversationID === conversationID);
}
