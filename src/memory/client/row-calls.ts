import { TYPES } from '../../sdk/constants.ts';
import { groupConversationID } from '../cloud/conversation-ids.ts';
import type { UserResult } from '../cloud/people-wire.ts';
import type { Push } from '../cloud/wire.ts';
import { REFUSAL, SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Group } from './group.ts';
import type { Groups } from './groups.ts';
import type { History } from './history.ts';
import { noLastMessage } from './last-message.ts';
import type { MessageStore } from './message-store.ts';
import type { ReadMarks } from './read-marks.ts';
import { type ConversationResults, createRowBatch } from './row-batch.ts';

/** What the application does to whole conversations. All reject with an `SdkError`. */
export interface RowCalls {
  /** Answers the IDs of those that are gone. */
  readonly remove: (conversationIDs: readonly string[], isClearing: boolean) => Promise<readonly string[]>;
  /** The messages, not the row. */
  readonly clear: (conversationID: string) => Promise<void>;
  readonly markAllRead: (scope: string) => Promise<void>;
  /** Rejects with 10007 for a group that the user is not in. */
  readonly muteGroup: (groupID: string, remindType: string) => Promise<Group | undefined>;
  readonly mute: (
    peerIDs: readonly string[],
    remindType: string,
  ) => Promise<{
    readonly successUserIDList: readonly { readonly userID: string }[];
    readonly failureUserIDList: readonly UserResult[];
  }>;
  readonly setCustomData: (conversationIDs: readonly string[], data: string) => Promise<ConversationResults>;
  readonly mark: (
    conversationIDs: readonly string[],
    markType: number,
    isMarked: boolean,
  ) => Promise<ConversationResults>;
  /** Kept by this client alone. */
  readonly setDraft: (conversationID: string, draftText: string) => Conversation;
  /** Another client of the user did it. */
  readonly receive: (push: Push) => void;
}

/** The calls of one login. */
export function createRowCalls(
  context: Context,
  conversations: Conversations,
  store: MessageStore,
  history: History,
  readMarks: ReadMarks,
  groups: Groups,
): RowCalls {
  const { cloud, connection, flavour, request, userID: me, write } = context;
  const { rows } = cloud.people;
  const apply = createRowBatch(context, conversations);

  const require = (conversationID: string): Conversation => {
    const conversation = conversations.get(conversationID);
    if (conversation === undefined) throw sdkError(REFUSAL.CONVERSATION_NOT_FOUND);
    return conversation;
  };

  const forget = (conversationID: string): void => {
    store.clear(conversationID);
    history.forget(conversationID);
  };

  const drop = (conversationIDs: readonly string[]): void => {
    const known = conversationIDs.filter((id) => conversations.get(id) !== undefined);
    for (const conversationID of known) {
      conversations.drop(conversationID);
      forget(conversationID);
    }
    if (known.length > 0) conversations.announce();
  };

  const readUpTo = ({ groupProfile, lastMessage }: Conversation): number =>
    groupProfile === undefined ? lastMessage.lastTime : lastMessage.lastSequence;

  const markRead = async (
    method: 'clearHistoryMessage' | 'setAllMessageRead',
    unread: readonly Conversation[],
  ): Promise<void> => {
    if (unread.length === 0) return;
    const marks = unread.map((one) => ({ conversationID: one.conversationID, upTo: readUpTo(one) }));
    await request(method, () => {
      for (const { conversationID, upTo } of marks) cloud.markRead(me, conversationID, upTo, connection);
    });
    for (const { conversationID, upTo } of marks) readMarks.read(conversationID, upTo);
  };

  return {
    remove: async (conversationIDs, isClearing) => {
      const known = conversationIDs.filter((id) => conversations.get(id) !== undefined);
      if (known.length === 0) throw sdkError(REFUSAL.CONVERSATION_NOT_FOUND);
      await request('deleteConversation', () => rows.remove(me, known, isClearing, connection));
      drop(known);
      return known;
    },

    clear: async (conversationID) => {
      const conversation = require(conversationID);
      if (conversation.type === TYPES.CONV_SYSTEM) return;
      await markRead('clearHistoryMessage', conversation.unreadCount > 0 ? [conversation] : []);
      await request('clearHistoryMessage', () => rows.clear(me, conversationID));
      forget(conversationID);
      if (flavour === '2.x') history.setCompleted(conversationID);
      write(conversation, { lastMessage: noLastMessage(true, flavour) });
      conversations.announce();
    },

    markAllRead: (scope) => {
      const types: readonly string[] =
        scope === TYPES.READ_ALL_C2C_MSG
          ? [TYPES.CONV_C2C]
          : scope === TYPES.READ_ALL_GROUP_MSG
            ? [TYPES.CONV_GROUP]
            : [TYPES.CONV_C2C, TYPES.CONV_GROUP];
      const unread = conversations
        .list()
        .filter(({ type, unreadCount }) => unreadCount > 0 && types.includes(type));
      return markRead('setAllMessageRead', unread);
    },

    mute: async (peerIDs, remindType) => {
      const known = await request('setMessageRemindType', () => {
        const found = cloud.people.profiles.get(peerIDs).map(({ userID }) => userID);
        for (const userID of found) rows.mute(me, `C2C${userID}`, remindType, connection);
        return found;
      });
      const changed = known
        .flatMap((userID) => conversations.get(`C2C${userID}`) ?? [])
        .filter(({ messageRemindType }) => messageRemindType !== remindType);
      for (const conversation of changed) write(conversation, { messageRemindType: remindType });
      if (changed.length > 0) conversations.announce();
      const unknown = peerIDs.filter((userID) => !known.includes(userID));
      return {
        successUserIDList: known.map((userID) => ({ userID })),
        failureUserIDList: unknown.map((userID) => ({ userID, code: SERVER_REFUSAL.NO_SUCH_ACCOUNT })),
      };
    },

    muteGroup: async (groupID, remindType) => {
      const conversationID = groupConversationID(groupID);
      await request('setMessageRemindType', () => {
        if (cloud.card(me, conversationID).group === undefined) {
          throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
        }
        rows.mute(me, conversationID, remindType, connection);
      });
      const group = groups.get(groupID);
      if (group !== undefined) write(group.selfInfo, { messageRemindType: remindType });
      const conversation = conversations.get(conversationID);
      if (conversation !== undefined && conversation.messageRemindType !== remindType) {
        write(conversation, { messageRemindType: remindType });
        conversations.announce();
      }
      return group;
    },

    setDraft: (conversationID, draftText) => {
      const conversation = require(conversationID);
      write(conversation, { draftText });
      conversations.announce();
      return conversation;
    },

    setCustomData: (conversationIDs, customData) =>
      apply({
        method: 'setConversationCustomData',
        conversationIDs,
        atServer: (IDs) => rows.setCustomData(me, IDs, customData, connection),
        write: (conversation) => {
          const isNew = conversation.customData !== customData;
          write(conversation, { customData });
          return isNew;
        },
      }),

    mark: (conversationIDs, markType, isMarked) =>
      apply({
        method: 'markConversation',
        conversationIDs,
        atServer: (IDs) => rows.mark(me, IDs, markType, isMarked, connection),
        write: ({ markList }) => {
          const index = markList.indexOf(markType);
          if (index >= 0 === isMarked) return false;
          if (isMarked) markList.push(markType);
          else markList.splice(index, 1);
          return true;
        },
      }),

    receive: (push) => {
      if (push.kind === 'rowsDeleted') drop(push.conversationIDs);
      if (push.kind !== 'rowPinned' && push.kind !== 'rowMarked') return;
      const conversation = conversations.get(push.conversationID);
      if (conversation === undefined) return;
      const before = JSON.stringify(conversation);
      if (push.kind === 'rowPinned') write(conversation, { isPinned: push.isPinned });
      else write(conversation, { markList: [...push.markList], customData: push.customData });
      if (JSON.stringify(conversation) !== before) conversations.announce();
    },
  };
}
