import { TYPES } from '../../sdk/constants.ts';
import { isMentioned } from '../cloud/messaging.ts';
import type { WireMessage } from '../cloud/wire.ts';

/** In a group's `groupAtInfoList`: an unread message that mentions this user, or everybody. */
export interface GroupAtInfo {
  readonly from: string;
  readonly groupID: string;
  readonly topicID: undefined;
  readonly messageSequence: number;
  /** One of `TYPES.CONV_AT_ME`, `CONV_AT_ALL` and `CONV_AT_ALL_AT_ME`. */
  readonly atTypeArray: readonly number[];
  readonly __random: number;
  readonly __sequence: number;
}

/** The message as its group's row tells of it; undefined where it mentions neither the user nor everybody. */
export function groupAtInfo(wire: WireMessage, userID: string): GroupAtInfo | undefined {
  const { atUserList, from, to, sequence, random, clientSequence } = wire;
  if (from === userID || !isMentioned(wire, userID)) return undefined;
  const isForAll = atUserList.includes(TYPES.MSG_AT_ALL);
  const all = atUserList.includes(userID) ? TYPES.CONV_AT_ALL_AT_ME : TYPES.CONV_AT_ALL;
  return {
    from,
    groupID: to,
    topicID: undefined,
    messageSequence: sequence,
    atTypeArray: [isForAll ? all : TYPES.CONV_AT_ME],
    __random: random,
    __sequence: clientSequence,
  };
}
