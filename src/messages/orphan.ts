import type { ConversationID } from '../conversations/conversation-id.ts';
import type { Message, MessageRevocation } from './message.ts';

/** What was done to a message that is not there yet: a newer copy of it, or its recall. */
export type Orphan =
  | { readonly type: 'copy'; readonly copy: Message; readonly conversationID: ConversationID }
  | {
      readonly type: 'revocation';
      readonly revocation: MessageRevocation;
      readonly conversationID: ConversationID;
    };
