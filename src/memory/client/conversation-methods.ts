import { isTopicID } from '../cloud/conversation-ids.ts';
import { TYPES } from '../../sdk/constants.ts';
import type { ReceiveOption, UserResult } from '../cloud/people-wire.ts';
import type { Flavour } from '../flavour.ts';
import type { Group } from './group.ts';
import { response, type SdkResponse } from './context.ts';
import type { Conversation } from './conversation.ts';
import { type ConversationFilter, filterConversations } from './conversation-filter.ts';
import type { RowCalls } from './row-calls.ts';
import type { Session } from './session.ts';
import type { Topic } from './topic.ts';
import { isConversationID, isFilledArray, isText, property, requireParams } from './validate.ts';

/** Conversations: the calls of the SDK. */
export interface ConversationMethods {
  /** From memory: a fresh array of the live objects, pinned ones first, then the newest first. */
  readonly getConversationList: (
    filter?: ConversationFilter,
  ) => Promise<
    SdkResponse<{ readonly conversationList: readonly Conversation[]; readonly isSyncCompleted: true }>
  >;
  /**
   * Fetches the peer's profile, once for each conversation. A C2C conversation that is not there yet is added to the
   * list, without a last message. Rejects with 2501 for an unknown peer.
   */
  readonly getConversationProfile: (
    conversationID: string,
  ) => Promise<SdkResponse<{ readonly conversation: Conversation }>>;
  readonly getTotalUnreadMessageCount: () => number;
  /** 2.x rejects with 2500 for one that is not there; 3.x adds it. */
  readonly pinConversation: (options: {
    readonly conversationID: string;
    readonly isPinned: boolean;
  }) => Promise<SdkResponse<{ readonly conversationID: string }>>;
  readonly setMessageRead: (options: { readonly conversationID: string }) => Promise<SdkResponse<object>>;
  /** `scope` is one of `TYPES.READ_ALL_*`; all unless told. `undefined` in place of the options throws. */
  readonly setAllMessageRead: (
    ...options: [] | [{ readonly scope?: string }]
  ) => Promise<SdkResponse<object>>;
  /**
   * One by its ID, or up to 100 by the options; the answer is of the same form. The messages are gone, too, for this
   * user, unless `clearHistoryMessage` is false.
   */
  readonly deleteConversation: (
    which:
      | string
      | { readonly conversationIDList: readonly string[]; readonly clearHistoryMessage?: boolean },
  ) => Promise<
    SdkResponse<{ readonly conversationID?: string; readonly conversationIDList?: readonly string[] }>
  >;
  /** The messages, for this user; the row stays. */
  readonly clearHistoryMessage: (
    conversationID: string,
  ) => Promise<SdkResponse<{ readonly conversationID: string }>>;
  /**
   * One of `TYPES.MSG_REMIND_*`, for a group, or for up to 30 users (more are left out). With neither it answers
   * `undefined`, and no promise.
   */
  readonly setMessageRemindType: (options: {
    readonly groupID?: string;
    readonly userIDList?: readonly string[];
    readonly messageRemindType: string;
  }) => Promise<SdkResponse<RemindAnswer>>;
  /** 3.x only. No other client hears of it, and it is gone after a reconnect. */
  readonly setConversationDraft?: (options: {
    readonly conversationID: string;
    readonly draftText: string;
  }) => Promise<SdkResponse<{ readonly code: 0; readonly conversation: Conversation }>>;
  /** 3.x only. From a time of the day (here: of UTC) on, for `duration` seconds. */
  readonly setAllReceiveMessageOpt?: (options: ReceiveOptions) => Promise<SdkResponse<object>>;
  /** 3.x only. */
  readonly getAllReceiveMessageOpt?: () => Promise<SdkResponse<ReceiveOption>>;
}

/** `group` for a group, or `topic` for a topic, if the client holds it; the lists for users. */
export interface RemindAnswer {
  readonly topic?: Topic | undefined;
  readonly group?: Group | undefined;
  readonly successUserIDList?: readonly { readonly userID: string }[];
  readonly failureUserIDList?: readonly UserResult[];
}

/** When messages do not disturb. What is left out is 0; `isRepeated` is true unless told. */
export interface ReceiveOptions {
  /** 'AcceptNotNotify' unless told. */
  readonly messageRemindType?: string;
  readonly startHour?: number;
  readonly startMinute?: number;
  readonly startSecond?: number;
  /** Seconds. */
  readonly duration?: number;
  /** Every day. */
  readonly isRepeated?: boolean;
}

const MAX_DELETED = 100;
const MAX_MUTED = 30;
const DAY = 86_400;

/** Wires the calls to the account that is logged in. */
export function createConversationMethods({ whenReady }: Session, flavour: Flavour): ConversationMethods {
  return {
    getConversationList: whenReady('getConversationList', ({ context, conversations }, filter) =>
      context.answer('getConversationList', () =>
        response({
          conversationList: filterConversations(conversations.list(), filter),
          isSyncCompleted: true,
        }),
      ),
    ),
    getConversationProfile: whenReady('getConversationProfile', ({ conversationCalls }, conversationID) => {
      requireParams(isConversationID(conversationID));
      return conversationCalls.get(conversationID).then((conversation) => response({ conversation }));
    }),
    getTotalUnreadMessageCount: whenReady('getTotalUnreadMessageCount', ({ conversations }) =>
      conversations.totalUnread(),
    ),
    pinConversation: whenReady('pinConversation', ({ conversationCalls }, options) => {
      const conversationID = property(options, 'conversationID');
      const isPinned = property(options, 'isPinned');
      requireParams(isConversationID(conversationID) && typeof isPinned === 'boolean');
      return conversationCalls.pin(conversationID, isPinned).then(() => response({ conversationID }));
    }),
    setMessageRead: whenReady('setMessageRead', ({ conversationCalls }, options) => {
      const conversationID = property(options, 'conversationID');
      requireParams(isConversationID(conversationID));
      return conversationCalls.markRead(conversationID).then(() => response({}));
    }),
    setAllMessageRead: whenReady('setAllMessageRead', ({ rowCalls }, ...args) => {
      const [options] = args;
      requireParams(args.length === 0 || options !== undefined);
      const scope = property(options, 'scope') ?? TYPES.READ_ALL_MSG;
      requireParams(typeof scope === 'string' && SCOPES.has(scope));
      return rowCalls.markAllRead(scope).then(() => response({}));
    }),

    deleteConversation: whenReady('deleteConversation', ({ rowCalls }, which) => {
      if (typeof which !== 'string') return deleteSeveral(rowCalls, which);
      requireParams(isConversationID(which));
      return rowCalls.remove([which], true).then(() => response({ conversationID: which }));
    }),
    clearHistoryMessage: whenReady('clearHistoryMessage', ({ rowCalls }, conversationID) => {
      requireParams(isConversationID(conversationID));
      return rowCalls.clear(conversationID).then(() => response({ conversationID }));
    }),

    setMessageRemindType: whenReady('setMessageRemindType', ({ rowCalls, topics }, options) => {
      const { groupID, userIDList, messageRemindType } = options;
      if (isText(groupID)) {
        return rowCalls
          .muteGroup(groupID, messageRemindType)
          .then((group) => response(isTopicID(groupID) ? { topic: topics.find(groupID) } : { group }));
      }
      if (userIDList === undefined || !Array.isArray(userIDList)) return undefined as never;
      return rowCalls.mute(userIDList.slice(0, MAX_MUTED), messageRemindType).then(response);
    }),

    ...(flavour === '3.x' && createMethodsOf3(whenReady)),
  };
}

const SCOPES: ReadonlySet<string> = new Set([
  TYPES.READ_ALL_C2C_MSG,
  TYPES.READ_ALL_GROUP_MSG,
  TYPES.READ_ALL_MSG,
]);

type RowMethods3 = Required<
  Pick<ConversationMethods, 'setConversationDraft' | 'setAllReceiveMessageOpt' | 'getAllReceiveMessageOpt'>
>;

function createMethodsOf3(whenReady: Session['whenReady']): RowMethods3 {
  return {
    setConversationDraft: whenReady('setConversationDraft', ({ rowCalls }, options) => {
      const conversationID = property(options, 'conversationID');
      const draftText = property(options, 'draftText');
      requireParams(isConversationID(conversationID) && typeof draftText === 'string');
      const set = async () => rowCalls.setDraft(conversationID, draftText);
      return set().then((conversation) => response({ code: 0 as const, conversation }));
    }),

    setAllReceiveMessageOpt: whenReady('setAllReceiveMessageOpt', ({ context }, options) => {
      const { clock, cloud, request, userID } = context;
      const option = receiveOption(options, Math.floor(clock.now() / 1000));
      return request('setAllReceiveMessageOpt', () => cloud.people.setReceiveOption(userID, option)).then(
        () => response({}),
      );
    }),

    getAllReceiveMessageOpt: whenReady('getAllReceiveMessageOpt', ({ context }) =>
      context
        .request('getAllReceiveMessageOpt', () => context.cloud.people.receiveOption(context.userID))
        .then((option) => response({ ...option })),
    ),
  };
}

function deleteSeveral(
  rowCalls: RowCalls,
  which: Exclude<Parameters<ConversationMethods['deleteConversation']>[0], string>,
): ReturnType<ConversationMethods['deleteConversation']> {
  const conversationIDs = property(which, 'conversationIDList');
  requireParams(isFilledArray(conversationIDs) && conversationIDs.every(isConversationID));
  const { conversationIDList, clearHistoryMessage = true } = which;
  requireParams(typeof clearHistoryMessage === 'boolean');
  return rowCalls
    .remove(conversationIDList.slice(0, MAX_DELETED), clearHistoryMessage)
    .then((gone) => response({ conversationIDList: gone }));
}

function receiveOption(options: ReceiveOptions, now: number): ReceiveOption {
  const { startHour = 0, startMinute = 0, startSecond = 0, duration = 0, isRepeated = true } = options;
  const { messageRemindType = TYPES.MSG_REMIND_ACPT_NOT_NOTE } = options;
  const startTime = now - (now % DAY) + startHour * 3600 + startMinute * 60 + startSecond;
  // A whole day, or more, is one day when it repeats.
  const endTime = startTime + (isRepeated && duration >= DAY ? DAY : duration);
  return { messageRemindType, startTime, endTime, isRepeated };
}
