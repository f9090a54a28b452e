import type { ConversationID } from './conversation-id.ts';
import type { Conversation } from './conversation.ts';

/** What the actions on conversations bring. */
export type ConversationEvent =
  | { readonly type: 'conversationRead'; readonly conversationID: ConversationID }
  /** All conversations of this type, or all there are, were read. */
  | { readonly type: 'conversationsRead'; readonly conversationType: string | undefined }
  /** Rows as an action brought them: set, whatever the rest of the list. */
  | { readonly type: 'conversationsLoaded'; readonly conversations: readonly Conversation[] }
  /** What an action changed in rows that are there. */
  | {
      readonly type: 'conversationsPatched';
      readonly conversationIDs: readonly ConversationID[];
      readonly patch: Partial<Conversation>;
    }
  | {
      readonly type: 'conversationsMarked';
      readonly conversationIDs: readonly ConversationID[];
      readonly markType: number;
      readonly enableMark: boolean;
    }
  | { readonly type: 'conversationsDeleted'; readonly conversationIDs: readonly ConversationID[] }
  | {
      readonly type: 'draftSet';
      readonly conversationID: ConversationID;
      readonly draftText: string;
    }
  | { readonly type: 'conversationGroupsLoaded'; readonly groups: readonly string[] }
  /** A conversation group was made, or renamed to `newName`, or deleted where that is `undefined`; and who came and went. */
  | {
      readonly type: 'conversationGroupChanged';
      readonly groupName: string;
      readonly newName: string | undefined;
      readonly added: readonly ConversationID[];
      readonly removed: readonly ConversationID[];
    };
