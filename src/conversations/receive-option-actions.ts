import type { ActionContext } from '../action-context.ts';
import { askInChunks } from '../sdk/ask-in-chunks.ts';
import { operationOf } from '../sdk/call-sdk.ts';
import { TYPES } from '../sdk/constants.ts';
import { flagOf, numberOf, recordOf, textOf } from '../shared/fields.ts';
import { invalid, requireID, requireOneOf, requireWhole } from '../shared/limits.ts';
import { joinLists, readFailures } from '../shared/outcomes.ts';
import type { ConversationID } from './conversation-id.ts';
import { c2cID, partnerOf } from './conversation-id.ts';
import type { ConversationOutcomes } from './conversation-outcomes.ts';
import { requireConversationIDs } from './conversation-outcomes.ts';

/** What notifies me. */
export interface ReceiveOptionActions {
  /**
   * Mutes conversations, or unmutes them: `messageRemindType` is one of `TYPES.MSG_REMIND_*`. Users go 30 a call, groups
   * one by one. Resolves even where it failed for some users; a group's failure rejects. Follows the SDK's
   * `setMessageRemindType`.
   *
   * @example
   * await store.actions.conversations.setRemindType([c2cID('alice')], TYPES.MSG_REMIND_ACPT_NOT_NOTE);
   */
  readonly setRemindType: (
    conversationIDs: readonly ConversationID[],
    messageRemindType: string,
  ) => Promise<ConversationOutcomes>;
  /** Says when, in the day, anything at all notifies me. Follows `setAllReceiveMessageOpt` of 3.x. */
  readonly setAllReceiveMessageOpt: (options: AllReceiveMessageOptions) => Promise<void>;
  /** Fetches it; changes come by `streams.allReceiveMessageOptUpdated$`. Follows `getAllReceiveMessageOpt` of 3.x. */
  readonly getAllReceiveMessageOpt: () => Promise<AllReceiveMessageOpt>;
}

/** When what notifies me; the SDK's own names. */
export interface AllReceiveMessageOptions {
  readonly messageRemindType: 'AcceptAndNotify' | 'AcceptNotNotify';
  /** From 0 to 23. */
  readonly startHour?: number;
  /** From 0 to 59. */
  readonly startMinute?: number;
  /** From 0 to 59. */
  readonly startSecond?: number;
  /** How long it lasts: seconds, at most a day. */
  readonly duration?: number;
  /** Whether it holds every day. */
  readonly isRepeated?: boolean;
}

/** When what notifies me, as the server keeps it. */
export interface AllReceiveMessageOpt {
  readonly messageRemindType: string;
  /** Seconds since the epoch. */
  readonly startTime: number;
  /** Seconds since the epoch. */
  readonly endTime: number;
  readonly isRepeated: boolean;
}

/** The most users whose option one call sets. */
const MOST_USERS = 30;

/** The largest value of each number of `AllReceiveMessageOptions`. */
const MOST = { startHour: 23, startMinute: 59, startSecond: 59, duration: 86_400 };

/** The actions on what notifies me. */
export function createReceiveOptionActions(context: ActionContext): ReceiveOptionActions {
  const { ask, dispatch, getState } = context;
  return {
    setRemindType: async (conversationIDs, messageRemindType) => {
      const operation = operationOf('setMessageRemindType');
      requireConversationIDs(conversationIDs, operation);
      requireID(operation, 'messageRemindType', messageRemindType);
      if (conversationIDs.includes(TYPES.CONV_SYSTEM))
        throw invalid(operation, `${TYPES.CONV_SYSTEM} cannot be muted: it notifies nobody`);
      const patched = async (ids: readonly ConversationID[]): Promise<void> =>
        dispatch({ type: 'conversationsPatched', conversationIDs: ids, patch: { messageRemindType } });
      const partners = conversationIDs.map(partnerOf).filter((partner) => partner !== undefined);
      const userIDs = partners.filter(({ type }) => type === TYPES.CONV_C2C).map(({ ID }) => ID);
      const groupIDs = partners.filter(({ type }) => type === TYPES.CONV_GROUP).map(({ ID }) => ID);
      const parts: ConversationOutcomes[] = [];
      if (userIDs.length > 0)
        parts.push(
          ...(await askInChunks(
            context,
            'setMessageRemindType',
            ['userIDs', userIDs, MOST_USERS],
            (userIDList) => ({ userIDList, messageRemindType }),
            async (answer, chunk) => {
              const failures = readFailures(recordOf(answer)['failureUserIDList']);
              const failed = new Set(failures.map(({ userID }) => userID));
              const successes = chunk.filter((ID) => !failed.has(ID)).map(c2cID);
              await patched(successes);
              return {
                successConversationIDList: successes,
                failureConversationIDList: failures.map(({ userID, code, message }) =>
                  Object.freeze({ conversationID: c2cID(userID), code, message }),
                ),
              };
            },
          )),
        );
      if (groupIDs.length > 0)
        parts.push(
          ...(await askInChunks(
            context,
            'setMessageRemindType',
            ['groupIDs', groupIDs, 1],
            ([groupID]) => ({ groupID, messageRemindType }),
            async (_answer, [groupID = '']) => {
              const id = `GROUP${groupID}` as const;
              const done = patched([id]);
              const selfInfo = getState().groups.byID.get(groupID)?.selfInfo;
              if (selfInfo !== undefined)
                await dispatch({
                  type: 'groupPatched',
                  groupID,
                  patch: { selfInfo: Object.freeze({ ...selfInfo, messageRemindType }) },
                });
              await done;
              return { successConversationIDList: [id], failureConversationIDList: [] };
            },
          )),
        );
      return joinLists(parts);
    },
    setAllReceiveMessageOpt: async (options) => {
      const operation = operationOf('setAllReceiveMessageOpt');
      requireOneOf(operation, options, {
        messageRemindType: [TYPES.MSG_REMIND_ACPT_AND_NOTE, TYPES.MSG_REMIND_ACPT_NOT_NOTE],
      });
      for (const name of Object.keys(MOST) as (keyof typeof MOST)[])
        if (options?.[name] !== undefined) requireWhole(operation, name, options[name], 0, MOST[name]);
      await ask('setAllReceiveMessageOpt', { ...options });
    },
    getAllReceiveMessageOpt: async () => {
      const answer = await ask('getAllReceiveMessageOpt');
      const { messageRemindType, startTime, endTime, isRepeated } = recordOf(answer);
      return Object.freeze({
        messageRemindType: textOf(messageRemindType),
        startTime: numberOf(startTime),
        endTime: numberOf(endTime),
        isRepeated: flagOf(isRepeated),
      });
    },
  };
}
