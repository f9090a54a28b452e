import type { ActionContext } from '../action-context.ts';
import { answerOf, invokeSdk } from '../sdk/call-sdk.ts';
import * as TYPES from '../sdk/types.ts';
import { recordOf } from '../shared/fields.ts';
import { inChunks } from '../shared/in-chunks.ts';
import { invalid, requireBytes, requireOneOf, requireWhole } from '../shared/limits.ts';
import { requireOptions } from '../shared/require-options.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';
import type { ConversationGroupActions } from './conversation-group-actions.ts';
import { createConversationGroupActions } from './conversation-group-actions.ts';
import type { ConversationID } from './conversation-id.ts';
import { isConversationID, partnerOf, requireConversationID } from './conversation-id.ts';
import type { ConversationOutcomes } from './conversation-outcomes.ts';
import { askForMany, requireConversationIDs } from './conversation-outcomes.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationReader } from './read-conversations.ts';
import type { ReceiveOptionActions } from './receive-option-actions.ts';
import { createReceiveOptionActions } from './receive-option-actions.ts';

/** What can be done to conversations. The state has it when the promise resolves, without waiting for the SDK's list event. */
export interface ConversationActions extends ConversationGroupActions, ReceiveOptionActions {
  /**
   * Marks all messages of a conversation as read, on the server and here: `unreadCount` is 0. Follows the SDK's
   * `setMessageRead`.
   *
   * Rejects with `INVALID_ARGUMENT`, or with what the SDK answered.
   */
  readonly setRead: (conversationID: ConversationID) => Promise<void>;
  /**
   * Marks all conversations as read, or all with users (`TYPES.READ_ALL_C2C_MSG`), or all of groups
   * (`TYPES.READ_ALL_GROUP_MSG`). Follows the SDK's `setAllMessageRead`.
   */
  readonly setAllRead: (scope?: ReadScope) => Promise<void>;
  /**
   * Fetches the list; from 3.x on also only some of it, by ID or by a filter. The list of the state is kept by the SDK's
   * events: this is for what they do not bring. Follows the SDK's `getConversationList`.
   */
  readonly getList: (
    options?: readonly ConversationID[] | ConversationFilter,
  ) => Promise<readonly Conversation[]>;
  /**
   * Fetches one conversation; that with a user comes into the list by it. `undefined` where the SDK has none, of system
   * notices above all. Rejects where there is no such user. Follows the SDK's `getConversationProfile`.
   */
  readonly getProfile: (conversationID: ConversationID) => Promise<Conversation | undefined>;
  /**
   * Deletes conversations from the list, 100 a call, with their drafts; resolves with those that were there. Their messages
   * stay, unless `clearHistoryMessage`. Follows the SDK's `deleteConversation`.
   */
  readonly delete: (
    conversationIDs: readonly ConversationID[],
    options?: { readonly clearHistoryMessage?: boolean },
  ) => Promise<readonly ConversationID[]>;
  /** Pins a conversation to the top of the list, or takes it down. Follows the SDK's `pinConversation`. */
  readonly pin: (conversationID: ConversationID, isPinned: boolean) => Promise<void>;
  /**
   * Keeps what was begun to write, `''` for nothing: `selectDraft`. It outlives a kick-out and the same user's next login,
   * not a logout. An SDK that keeps drafts (`setConversationDraft`, from 3.x on) is told, where it has the conversation.
   *
   * @example
   * await store.actions.conversations.setDraft(c2cID('alice'), 'Dear Alice');
   */
  readonly setDraft: (conversationID: ConversationID, draftText: string) => Promise<void>;
  /** Keeps a text of the application with conversations, at most 256 bytes. Follows the SDK's `setConversationCustomData`. */
  readonly setCustomData: (
    conversationIDs: readonly ConversationID[],
    customData: string,
  ) => Promise<ConversationOutcomes>;
  /** Sets a mark on conversations (`TYPES.CONV_MARK_TYPE_*`, or a number of your own), or takes it off. Follows the SDK's `markConversation`. */
  readonly mark: (
    conversationIDs: readonly ConversationID[],
    markType: number,
    enableMark: boolean,
  ) => Promise<ConversationOutcomes>;
  /** Deletes all messages of a conversation, here and for me on the server; the conversation stays. Follows the SDK's `clearHistoryMessage`. */
  readonly clearHistory: (conversationID: ConversationID) => Promise<void>;
  /**
   * The SDK's own number of unread messages, at once; `selectTotalUnreadCount` is the store's. Throws what hinders it.
   * Follows the SDK's `getTotalUnreadMessageCount`.
   */
  readonly getTotalUnreadCount: () => number;
}

/** What is marked as read; all unless told. */
export type ReadScope = 'readAllC2CMessage' | 'readAllGroupMessage' | 'readAllMessage';

/** Which conversations are fetched; the SDK's own names. */
export interface ConversationFilter {
  readonly type?: 'C2C' | 'GROUP';
  readonly groupName?: string;
  readonly markType?: number;
  readonly hasUnreadCount?: boolean;
  readonly hasGroupAtInfo?: boolean;
}

/** The type of the conversations that each scope means. */
const SCOPES: Readonly<Record<ReadScope, string | undefined>> = {
  [TYPES.READ_ALL_C2C_MSG]: TYPES.CONV_C2C,
  [TYPES.READ_ALL_GROUP_MSG]: TYPES.CONV_GROUP,
  [TYPES.READ_ALL_MSG]: undefined,
};

/** The actions on conversations. */
export function createConversationActions(
  context: ActionContext,
  read: ConversationReader,
): ConversationActions {
  const { ask, dispatch, getState } = context;
  const patch = async (
    conversationIDs: readonly ConversationID[],
    changes: Partial<Conversation>,
  ): Promise<void> => dispatch({ type: 'conversationsPatched', conversationIDs, patch: changes });
  const load = async (live: unknown): Promise<readonly Conversation[]> => {
    const { conversations, profiles } = read(live, getState().session.userID);
    await dispatch({ type: 'conversationsLoaded', conversations, profiles });
    return conversations;
  };
  /** Whether the SDK's list has such a row: of a group that I am not in it makes one up. */
  const isListed = (id: ConversationID): boolean => {
    const partner = partnerOf(id);
    const { conversations, groups } = getState();
    return (
      partner?.type !== TYPES.CONV_GROUP ||
      conversations.byID.get(id) !== undefined ||
      groups.byID.get(partner.ID) !== undefined
    );
  };
  const cleared = async (conversationIDs: readonly ConversationID[]): Promise<void> =>
    dispatch({ type: 'historyCleared', conversationIDs });

  return {
    setRead: async (id) => {
      const conversationID = requireConversationID(id, 'mark as read');
      await context.call(`mark ${conversationID} as read`, 'setMessageRead', { conversationID });
      await dispatch({ type: 'conversationRead', conversationID });
    },
    setAllRead: async (scope) => {
      requireOneOf('setAllMessageRead', { scope }, { scope: Object.keys(SCOPES) });
      // An explicit undefined makes the SDK throw.
      await (scope === undefined ? ask('setAllMessageRead') : ask('setAllMessageRead', { scope }));
      await dispatch({
        type: 'conversationsRead',
        conversationType: scope === undefined ? undefined : SCOPES[scope],
      });
    },
    getList: async (options) => {
      const method = 'getConversationList';
      const isList = Array.isArray(options);
      const given = isList ? [...requireConversationIDs(options, method)] : requireOptions(method, options);
      // The port knows the call without arguments, which is all that 2.x takes.
      const answer = await context.call(method, method, ...((options === undefined ? [] : [given]) as []));
      return load(recordOf(answerOf(answer))['conversationList']);
    },
    getProfile: async (id) => {
      const conversationID = requireConversationID(id, 'getConversationProfile');
      const answer = recordOf(await ask('getConversationProfile', conversationID));
      if (answer['conversation'] === undefined || answer['conversation'] === null) return undefined;
      if (isListed(conversationID)) await load([answer['conversation']]);
      else return read([answer['conversation']], getState().session.userID).conversations[0];
      return getState().conversations.byID.get(conversationID);
    },
    delete: async (conversationIDs, options) => {
      const operation = 'deleteConversation';
      const { clearHistoryMessage = false } = requireOptions(operation, options);
      requireConversationIDs(conversationIDs, operation);
      const remove = async (
        chunk: readonly ConversationID[],
        which: string | object,
      ): Promise<readonly ConversationID[]> => {
        const { conversationIDList } = recordOf(await ask('deleteConversation', which));
        const deleted = Array.isArray(conversationIDList)
          ? conversationIDList.filter(isConversationID)
          : chunk;
        const done = dispatch({ type: 'conversationsDeleted', conversationIDs: deleted });
        if (clearHistoryMessage) await cleared(deleted);
        await done;
        return deleted;
      };
      const parts = await inChunks([...new Set(conversationIDs)], { operation, size: 100 }, async (chunk) => {
        try {
          // Said each time: where it is not, and where the SDK is given a lone ID, it deletes the messages, too.
          return await remove(chunk, { conversationIDList: [...chunk], clearHistoryMessage });
        } catch (error) {
          // Early ones of 2.x take no list, and say so at once.
          const isRefused = error instanceof TimStoreError && error.code === 'INVALID_ARGUMENT';
          if (clearHistoryMessage || !isRefused) throw error;
          const each = await inChunks(chunk, { operation, size: 1 }, async (one) => remove(one, one.join()));
          return each.flat();
        }
      });
      return Object.freeze(parts.flat());
    },
    pin: async (id, isPinned) => {
      const conversationID = requireConversationID(id, 'pinConversation');
      await ask('pinConversation', { conversationID, isPinned });
      await patch([conversationID], { isPinned });
    },
    setDraft: async (id, draftText) => {
      const method = 'setConversationDraft';
      const conversationID = requireConversationID(id, method);
      if (typeof draftText !== 'string') throw invalid(method, 'draftText must be a string');
      // Before the account is ready it can be written, too; where none is, nobody's draft may be kept.
      if (context.scope().isOver()) context.requireReady(method);
      const done = dispatch({ type: 'draftSet', conversationID, draftText });
      const isKnown = getState().conversations.byID.get(conversationID) !== undefined;
      if (isKnown && context.sdk(method).setConversationDraft !== undefined)
        ask(method, { conversationID, draftText }).catch(() => undefined);
      await done;
    },
    setCustomData: async (conversationIDs, customData) => {
      const method = 'setConversationCustomData';
      requireBytes(method, { customData }, { customData: 256 });
      return askForMany(context, method, conversationIDs, { customData }, async (ids) =>
        patch(ids, { customData }),
      );
    },
    mark: async (ids, markType, enableMark) => {
      const method = 'markConversation';
      requireWhole(method, 'markType', markType, 1);
      return askForMany(context, method, ids, { markType, enableMark }, async (conversationIDs) =>
        dispatch({ type: 'conversationsMarked', conversationIDs, markType, enableMark }),
      );
    },
    clearHistory: async (id) => {
      const conversationID = requireConversationID(id, 'clearHistoryMessage');
      await ask('clearHistoryMessage', conversationID);
      await cleared([conversationID]);
    },
    getTotalUnreadCount: () => {
      const method = 'getTotalUnreadMessageCount';
      context.requireReady(method);
      const count = invokeSdk(context.sdk(method), method, method);
      if (typeof count === 'number') return count;
      // Instead of a number, an SDK that is not ready after all answers a rejected promise.
      Promise.resolve(count).catch(() => undefined);
      throw unable('NOT_READY', method, 'the SDK is not ready');
    },
    ...createConversationGroupActions(context),
    ...createReceiveOptionActions(context),
  };
}
