import { rulesOf } from './group-rules.ts';
import type { StoredMessage } from './stored-message.ts';
import { groupOf, messagesOf, type World } from './world.ts';

/**
 * What of a conversation this user may read, in server order: of a group nothing without being a member and, by its
 * type, nothing from before that.
 */
export function visibleMessages(
  world: World,
  userID: string,
  conversationID: string,
): readonly StoredMessage[] {
  const all = messagesOf(world, userID, conversationID);
  const group = groupOf(world, conversationID);
  if (group === undefined) return all;
  const { joinSequence } = group.members.get(userID) ?? { joinSequence: Number.POSITIVE_INFINITY };
  if (joinSequence === 0 || (rulesOf(group).showsOlderMessages && joinSequence < Number.POSITIVE_INFINITY)) {
    return all;
  }
  return all.filter(({ sequence }) => sequence > joinSequence);
}
