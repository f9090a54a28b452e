import type { ActionContext } from '../action-context.ts';
import { selectProfile } from '../profiles/profile-selectors.ts';
import { numberOf, recordOf } from '../shared/fields.ts';
import { inChunks } from '../shared/in-chunks.ts';
import { requireID, requireIDs, requireWhole } from '../shared/limits.ts';
import { conversationOf, IDOf, liveMessage } from './live-messages.ts';
import type { MessageReactions, ReactionUser } from './message-details.ts';
import { normalizeReactions, normalizeReactionUsers } from './normalize-details.ts';

/** Reactions to messages; from 3.x on. `selectReactions` has what is known. */
export interface ReactionActions {
  /** Reacts to a message; it shows when the promise resolves. Follows the SDK's `addMessageReaction`. */
  readonly addReaction: (ID: string, reactionID: string) => Promise<void>;
  /** Takes my reaction back; it is gone when the promise resolves. Follows the SDK's `removeMessageReaction`. */
  readonly removeReaction: (ID: string, reactionID: string) => Promise<void>;
  /**
   * All reactions to these messages, with at most `maxUserCountPerReaction` (0 to 10, the default) of those who
   * reacted; 20 messages of one conversation a call. Follows the SDK's `getMessageReactions`.
   */
  readonly getReactions: (
    IDs: readonly string[],
    options?: { readonly maxUserCountPerReaction?: number },
  ) => Promise<readonly MessageReactions[]>;
  /** All who reacted so, page by page. Follows the SDK's `getAllUserListOfMessageReaction`. */
  readonly getReactionUsers: (
    ID: string,
    reactionID: string,
    options?: ReactionUserOptions,
  ) => Promise<ReactionUserPage>;
}

/** Which of those who reacted. */
export interface ReactionUserOptions {
  /** Of the page before; 0 for the first. */
  readonly nextSeq?: number;
  /** From 1 to 100, which is the default. */
  readonly count?: number;
}

/** Some of those who reacted. */
export interface ReactionUserPage {
  readonly userList: readonly ReactionUser[];
  /** For the next page; 0 at the end. */
  readonly nextSeq: number;
  readonly isCompleted: boolean;
}

const MOST = 20;

/** The actions on reactions. */
export function createReactionActions(context: ActionContext): ReactionActions {
  const { ask, dispatch, getState } = context;
  const react =
    (method: 'addMessageReaction' | 'removeMessageReaction', isAdded: boolean) =>
    async (ID: string, reactionID: string): Promise<void> => {
      const operation = `${isAdded ? 'add' : 'remove'} reaction`;
      requireID(operation, 'reactionID', reactionID);
      await ask(method, liveMessage(context, operation, ID), reactionID);
      const state = getState();
      const userID = state.session.userID ?? '';
      const { nick = '', avatar = '' } = selectProfile(state, userID) ?? {};
      const user = Object.freeze({ userID, nick, avatar });
      await dispatch({ type: 'reactionSet', messageID: ID, reactionID, user, isAdded });
    };

  return {
    addReaction: react('addMessageReaction', true),
    removeReaction: react('removeMessageReaction', false),
    getReactions: async (IDs, { maxUserCountPerReaction = 10 } = {}) => {
      const operation = 'get reactions';
      requireWhole(operation, 'maxUserCountPerReaction', maxUserCountPerReaction, 0, 10);
      const messages = requireIDs(operation, 'IDs', IDs).map((ID) => liveMessage(context, operation, ID));
      const parts = await inChunks(
        messages,
        { operation, size: MOST, by: conversationOf },
        async (messageList) => {
          const data = await ask('getMessageReactions', { messageList, maxUserCountPerReaction });
          const told = context.readEach(recordOf(data)['resultList'], normalizeReactions);
          const byID = new Map(told.map((reactions) => [reactions.messageID, reactions]));
          const reactions = messageList.map(
            ({ ID }): MessageReactions => byID.get(ID) ?? Object.freeze({ messageID: ID, reactionList: [] }),
          );
          await dispatch({ type: 'reactionsLoaded', reactions });
          return reactions;
        },
        IDOf,
      );
      return Object.freeze(parts.flat());
    },
    getReactionUsers: async (ID, reactionID, { nextSeq = 0, count = 100 } = {}) => {
      const operation = 'get reaction users';
      requireID(operation, 'reactionID', reactionID);
      requireWhole(operation, 'count', count, 1, 100);
      const message = liveMessage(context, operation, ID);
      const data = await ask('getAllUserListOfMessageReaction', { message, reactionID, nextSeq, count });
      const raw = recordOf(data);
      const next = numberOf(raw['nextSeq']);
      // lite says "completed" of the first page already.
      return Object.freeze({
        userList: normalizeReactionUsers(raw['userList']),
        nextSeq: next,
        isCompleted: next === 0,
      });
    },
  };
}
