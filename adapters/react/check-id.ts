import type { ConversationID } from '../../src/index.ts';
import { isConversationID, TimStoreError } from '../../src/index.ts';

/** The ID as it is; throws `INVALID_ARGUMENT` if it is neither a conversation ID nor `undefined`. */
export function checkID(id: ConversationID | undefined): ConversationID | undefined {
  if (id === undefined || isConversationID(id)) return id;
  throw new TimStoreError(
    'INVALID_ARGUMENT',
    `unable to show a conversation; ${JSON.stringify(id)} is not its ID: use c2cID(userID) or groupID(groupID)`,
  );
}
