import { groupOfID, peerOfID } from '../cloud/conversation-ids.ts';
import type { FaultableMethod } from '../cloud/faultable-method.ts';
import { PEOPLE_SDK_REFUSAL, REFUSAL, ROW_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { split } from './split.ts';

/** A conversation with which a call did not work. */
export interface FailedConversation {
  readonly conversationID: string;
  readonly code: number;
  readonly message: string;
}

/** What the calls about several conversations resolve with, unless nothing at all. */
export interface ConversationResults {
  readonly successConversationIDList: readonly string[];
  readonly failureConversationIDList: readonly FailedConversation[];
}

/** One change of several conversations. */
export interface RowChange {
  readonly method: FaultableMethod;
  readonly conversationIDs: readonly string[];
  readonly atServer: (conversationIDs: readonly string[]) => void;
  /** Changes a row; answers whether it was another one before. */
  readonly write: (conversation: Conversation) => boolean;
  /** Only rows that were changed are listed as done; all of them, when left out. */
  readonly listsChangedOnly?: true;
  /** Called after the list event, unless none of the conversations is known. */
  readonly onDone?: (isChanged: boolean) => void;
}

const MAX_AT_ONCE = 100;

/** Asks the server about those conversations that the client has, then changes their rows. */
export function createRowBatch(
  { request }: Context,
  conversations: Conversations,
): (change: RowChange) => Promise<ConversationResults> {
  const failure = (conversationID: string): FailedConversation => {
    const isKnown = conversations.get(conversationID) !== undefined;
    const code = isKnown ? PEOPLE_SDK_REFUSAL.INVALID_CONVERSATION_ID : REFUSAL.CONVERSATION_NOT_FOUND;
    return { conversationID, code, message: '' };
  };

  return async ({ method, conversationIDs, atServer, write, listsChangedOnly, onDone }) => {
    const [usable, unusable] = split(
      conversationIDs,
      (id) => conversations.get(id) !== undefined && (peerOfID(id) ?? groupOfID(id)) !== undefined,
    );
    const failureConversationIDList = unusable.map(failure);
    if (usable.length === 0) return { successConversationIDList: [], failureConversationIDList };
    await request(method, () => {
      if (usable.length > MAX_AT_ONCE) throw sdkError(ROW_REFUSAL.TOO_MANY_AT_ONCE);
      atServer(usable);
    });
    const changed = usable.filter((id) => {
      const conversation = conversations.get(id);
      return conversation !== undefined && write(conversation);
    });
    if (changed.length > 0) conversations.announce();
    onDone?.(changed.length > 0);
    const successConversationIDList = listsChangedOnly === true ? changed : usable;
    return { successConversationIDList, failureConversationIDList };
  };
}
