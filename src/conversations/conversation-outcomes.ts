import type { ActionContext } from '../action-context.ts';
import { askForLists } from '../sdk/ask-in-chunks.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { requireIDs } from '../shared/limits.ts';
import type { Failure } from '../shared/outcomes.ts';
import { listIn } from '../shared/outcomes.ts';
import { isRecord } from '../shared/plain.ts';
import { without } from '../shared/without.ts';
import type { ConversationID } from './conversation-id.ts';
import { isConversationID, requireConversationID } from './conversation-id.ts';

/** A conversation for which a call failed. */
export interface ConversationFailure extends Failure {
  readonly conversationID: ConversationID;
}

/** What became of a call about many conversations; the SDK resolves even where all of them failed. */
export interface ConversationOutcomes {
  readonly successConversationIDList: readonly ConversationID[];
  readonly failureConversationIDList: readonly ConversationFailure[];
}

/** The most conversations that are named in one call. */
const MOST = 100;

/** The list, if all of it are conversation IDs; else throws `INVALID_ARGUMENT`. */
export function requireConversationIDs(
  conversationIDs: readonly ConversationID[],
  operation: string,
): readonly ConversationID[] {
  requireIDs(operation, 'conversationIDs', conversationIDs);
  return conversationIDs.map((id) => requireConversationID(id, operation));
}

/** Asks about many conversations, 100 a call, and has each call's successes brought into the state. */
export async function askForMany(
  context: ActionContext,
  method: OptionalSdkMethod,
  conversationIDs: readonly ConversationID[],
  options: object,
  done: (successes: readonly ConversationID[]) => Promise<void>,
): Promise<ConversationOutcomes> {
  requireConversationIDs(conversationIDs, method);
  return askForLists(
    context,
    method,
    ['conversationIDs', conversationIDs, MOST],
    (conversationIDList) => ({ ...options, conversationIDList }),
    async (answer, chunk) => {
      const outcomes = readOutcomes(answer, chunk);
      await done(outcomes.successConversationIDList);
      return outcomes;
    },
  );
}

/** An answer that names no successes is one of a call that did all that was asked. */
function readOutcomes(answer: unknown, asked: readonly ConversationID[]): ConversationOutcomes {
  const { successConversationIDList, failureConversationIDList } = recordOf(answer);
  const failures = listIn(failureConversationIDList)
    .filter(isRecord)
    .flatMap(({ conversationID, code, message }) =>
      isConversationID(conversationID)
        ? [Object.freeze({ conversationID, code: numberOf(code), message: textOf(message) })]
        : [],
    );
  const failed = failures.map(({ conversationID }) => conversationID);
  return {
    successConversationIDList: Array.isArray(successConversationIDList)
      ? successConversationIDList.filter(isConversationID)
      : without(asked, failed),
    failureConversationIDList: failures,
  };
}
