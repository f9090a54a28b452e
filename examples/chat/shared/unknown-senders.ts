import type { TimState } from 'tim-reactive';
import { selectConversations, selectUserName, TYPES } from 'tim-reactive';

/**
 * Who wrote last in a group and is known by the user ID alone, as the SDK's list of conversations names nobody; joined
 * by spaces, and so equal as long as they are the same.
 */
export function unknownSenders(state: TimState): string {
  const senders = selectConversations(state)
    .filter(({ type }) => type === TYPES.CONV_GROUP)
    .map(({ lastMessage }) => lastMessage?.fromAccount ?? '')
    .filter(
      (userID) => userID !== '' && !userID.startsWith('@TIM#') && selectUserName(state, userID) === userID,
    );
  return [...new Set(senders)].join(' ');
}
