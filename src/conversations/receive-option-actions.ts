import type { ActionContext } from '../action-context.ts';
import * as TYPES from '../sdk/types.ts';
import { flagOf, numberOf, recordOf, textOf } from '../shared/fields.ts';
import { inChunks } from '../shared/in-chunks.ts';
import { invalid, requireOneOf, requireWhole } from '../shared/limits.ts';
import { joinLists, readFailures } from '../shared/outcomes.ts';
import { requireOptions } from '../shared/require-options.ts';
import { without } from '../shared/without.ts';
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
    messageRemindType: MessageRemindType,
  ) => Promise<ConversationOutcomes>;
  /** Says when, in the day, anything at all notifies me. Follows `setAllReceiveMessageOpt` of 3.x. */
  readonly setAllReceiveMessageOpt: (options: AllReceiveMessageOptions) => Promise<void>;
  /** Fetches it; changes come by `streams.allReceiveMessageOptUpdated$`. Follows `getAllReceiveMessageOpt` of 3.x. */
  readonly getAllReceiveMessageOpt: () => Promise<AllReceiveMessageOpt>;
}

/** Whether messages come, and notify me: `TYPES.MSG_REMIND_*`. */
export type MessageRemindType = 'AcceptAndNotify' | 'AcceptNotNotify' | 'Discard';

/** When what notifies me; the SDK's own names. */
export interface AllReceiveMessageOptions {
  readonly messageRemindType: Exclude<MessageRemindType, 'Discard'>;
  /** From 0 to 23. */
  readonly startHour?: number;
  /** From 0 to 59. */
  readonly startMinute?: number;
  /** From 0 to 59. */
  readonly startSecond?: number;
  /** How long it lasts: seconds, at most a day. */
  readonly duration?: number;
  /** Whether it holds every day; so it does unless told. */
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

/** What says whether messages that come notify me. */
const NOTIFYING = [TYPES.MSG_REMIND_ACPT_AND_NOTE, TYPES.MSG_REMIND_ACPT_NOT_NOTE];

/** Throws `INVALID_ARGUMENT` for what is none of `TYPES.MSG_REMIND_*`. */
export function requireRemindType(operation: string, messageRemindType: MessageRemindType): void {
  requireOneOf(
    operation,
    { messageRemindType: messageRemindType ?? '' },
    { messageRemindType: [...NOTIFYING, TYPES.MSG_REMIND_DISCARD] },
  );
}

/** The most users whose option one call sets. */
const MOST_USERS = 30;

/** The largest value of each number of `AllReceiveMessageOptions`. */
const MOST = { startHour: 23, startMinute: 59, startSecond: 59, duration: 86_400 };

/** The actions on what notifies me. */
export function createReceiveOptionActions(context: ActionContext): ReceiveOptionActions {
  const { ask, dispatch } = context;
  return {
    setRemindType: async (conversationIDs, messageRemindType) => {
      const method = 'setMessageRemindType';
      requireConversationIDs(conversationIDs, method);
      requireRemindType(method, messageRemindType);
      if (conversationIDs.includes(TYPES.CONV_SYSTEM))
        throw invalid(method, `${TYPES.CONV_SYSTEM} cannot be muted: it notifies nobody`);
      const isUser = (id: ConversationID): boolean => partnerOf(id)?.type === TYPES.CONV_C2C;
      const parts = await inChunks(
        [...new Set(conversationIDs)],
        { operation: method, size: MOST_USERS, by: (id) => (isUser(id) ? '' : id) },
        async (chunk): Promise<ConversationOutcomes> => {
          const [ID = '', ...others] = chunk.map((id) => partnerOf(id)?.ID ?? '');
          const areUsers = chunk.some(isUser);
          const whom = areUsers ? { userIDList: [ID, ...others] } : { groupID: ID };
          const answer = recordOf(await ask(method, { ...whom, messageRemindType }));
          const failures = readFailures(areUsers ? answer['failureUserIDList'] : []).map(
            ({ userID, ...failure }) => Object.freeze({ conversationID: c2cID(userID), ...failure }),
          );
          const failed = failures.map(({ conversationID }) => conversationID);
          const successes = without(chunk, failed);
          const patch = { messageRemindType };
          const done = dispatch({ type: 'conversationsPatched', conversationIDs: successes, patch });
          if (!areUsers) await dispatch({ type: 'groupPatched', groupID: ID, patch: { selfInfo: patch } });
          await done;
          return { successConversationIDList: successes, failureConversationIDList: failures };
        },
      );
      return joinLists(parts);
    },
    setAllReceiveMessageOpt: async (given) => {
      const method = 'setAllReceiveMessageOpt';
      const options = requireOptions(method, given);
      requireOneOf(method, options, { messageRemindType: NOTIFYING });
      for (const name of Object.keys(MOST) as (keyof typeof MOST)[])
        if (options[name] !== undefined) requireWhole(method, name, options[name], 0, MOST[name]);
      await ask(method, options);
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
