import type { ActionContext } from '../action-context.ts';
import type { ConversationID } from '../conversations/conversation-id.ts';
import { partnerOf } from '../conversations/conversation-id.ts';
import { recordOf } from '../shared/fields.ts';
import { invalid, requireID } from '../shared/limits.ts';
import { conversationOf, liveMessage } from './live-messages.ts';
import { selectMessage, selectPinnedMessages } from './message-selectors.ts';
import type { Message } from './message.ts';
import { normalizeMessage } from './normalize-message.ts';
import { readMessages } from './read-messages.ts';

/** Messages pinned in their group, for everybody; from 3.x on. `selectPinnedMessages` has what is known. */
export interface PinActions {
  /**
   * Pins a group message, or unpins it; it shows when the promise resolves. Rejects with `INVALID_ARGUMENT` for one
   * that is in no group. Follows the SDK's `pinGroupMessage`.
   */
  readonly pin: (ID: string, isPinned: boolean) => Promise<void>;
  /** The pinned messages of a group, the newest first. Follows the SDK's `getPinnedGroupMessageList`. */
  readonly getPinned: (groupID: string) => Promise<readonly Message[]>;
}

/** The actions on pinned messages. */
export function createPinActions(context: ActionContext): PinActions {
  const { ask, dispatch, getState } = context;
  return {
    pin: async (ID, isPinned) => {
      const operation = 'pin message';
      const live = liveMessage(context, operation, ID);
      const partner = partnerOf(conversationOf(live) as ConversationID);
      if (partner?.type !== 'GROUP') throw invalid(operation, `"${ID}" is in no group`);
      await ask('pinGroupMessage', { groupID: partner.ID, message: live, isPinned });
      const message = isPinned ? (selectMessage(getState(), ID) ?? normalizeMessage(live)) : undefined;
      const update = Object.freeze({ groupID: partner.ID, messageID: ID, isPinned, message });
      await dispatch({ type: 'pinnedChanged', update });
    },
    getPinned: async (groupID) => {
      requireID('get pinned messages', 'groupID', groupID);
      const data = await ask('getPinnedGroupMessageList', groupID);
      const list = recordOf(data)['messageList'];
      await dispatch({ type: 'pinnedLoaded', groupID, ...readMessages(context, list ?? [], true) });
      return selectPinnedMessages(getState(), groupID);
    },
  };
}
