import type { ActionContext } from '../action-context.ts';
import type { Profile, ProfileSighting } from '../profiles/profile.ts';
import { recordOf } from '../shared/fields.ts';
import type { ConversationID } from './conversation-id.ts';
import type { Conversation } from './conversation.ts';
import { normalizeConversation, peerOf } from './normalize-conversation.ts';

/** What a list of the SDK's conversations comes to. */
export interface ReadConversations {
  readonly conversations: readonly Conversation[];
  readonly profiles: readonly ProfileSighting[];
}

/** Copies a list of the SDK's conversation objects, of `userID`'s account, and notes what they show of the peers. */
export type ConversationReader = (live: unknown, userID: string | undefined) => ReadConversations;

/**
 * Reads conversation lists, of which each event brings all rows though few changed. The last copy of each of the SDK's
 * objects is kept as long as the SDK keeps the object (after a reconnect it may make new ones; then the row in the
 * state serves), and only what differs from it is copied again.
 */
export function createConversationReader(
  context: Pick<ActionContext, 'readEach' | 'getState' | 'serverTime'>,
): ConversationReader {
  const copies = new WeakMap<object, { readonly row: Conversation; readonly peer: Profile | undefined }>();
  return (live, userID) => {
    const { byID } = context.getState().conversations;
    const profiles: ProfileSighting[] = [];
    const conversations = context.readEach(live, (item) => {
      const raw = recordOf(item);
      const last = copies.get(raw);
      const row = normalizeConversation(
        item,
        userID,
        last?.row ?? byID.get(raw['conversationID'] as ConversationID),
      );
      const peer = peerOf(item, last?.peer);
      if (last !== undefined && row === last.row && peer === last.peer) return row;
      copies.set(raw, { row, peer });
      // At first sight a row knows no better than its last message does; what changes in it later is news.
      const time =
        last === undefined ? (row.lastMessage?.lastTime ?? 0) - 1 : Math.floor(context.serverTime() / 1000);
      if (peer !== undefined && peer !== last?.peer) profiles.push(Object.freeze({ ...peer, time }));
      return row;
    });
    return { conversations: Object.freeze(conversations), profiles: Object.freeze(profiles) };
  };
}
