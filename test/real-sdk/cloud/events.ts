// The events that the stand-in pushes, in the service's form.

import type { PushEvent, WireMessage } from './wire.ts';

/** Why a client is thrown out: another login of the account (1), another of the device (2), the REST API (3). */
export type KickType = 1 | 2 | 3;

export const c2cMessages = (messages: readonly WireMessage[]): PushEvent => ({
  Event: 9,
  C2cMsgArray: messages,
});

export const groupMessages = (messages: readonly WireMessage[]): PushEvent => ({
  Event: 3,
  GroupMsgArray: messages,
});

export const c2cModified = (message: WireMessage): PushEvent => ({ Event: 9, C2cMsgModNotifys: [message] });

export const groupModified = (message: WireMessage): PushEvent => ({
  Event: 3,
  GroupMsgModNotifys: [{ ...message, GroupId: message.ToGroupId }],
});

export function c2cRecalled(message: WireMessage): PushEvent {
  const { From_Account, To_Account, MsgSeq, MsgRandom, MsgTimeStamp, RevokerInfo } = message;
  const recalled = { From_Account, To_Account, MsgSeq, MsgRandom, MsgTime: MsgTimeStamp, RevokerInfo };
  return notify({ WithdrawC2cMsgNotify: { C2cWithdrawInfoArray: [recalled] } });
}

export function groupRecalled(message: WireMessage): PushEvent {
  const { ToGroupId, GroupInfo, MsgSeq, MsgRandom, MsgTimeStamp, RevokerInfo } = message;
  const recalled = { GroupId: ToGroupId, MsgSeq, MsgRandom, MsgTime: MsgTimeStamp, RevokerInfo };
  const body = { GroupWithdrawInfoArray: [recalled] };
  return { Event: 5, GroupTips: [{ From_Account: '@TIM#SYSTEM', ToGroupId, GroupInfo, MsgBody: body }] };
}

/** To the sender: `peer` has read up to `time`, in seconds. */
export const readByPeer = (peer: string, time: number): PushEvent =>
  notify({ C2cReadedReceipt: { To_Account: peer, UinPairReadArray: [{ LastReadTime: time }] } });

/** To the reader's other devices: the conversation with `peer` is read up to `time`, in seconds. */
export const readElsewhere = (peer: string, time: number): PushEvent =>
  notify({ ReadC2cMsgNotify: { UinPairReadArray: [{ From_Account: peer, LastReadTime: time }] } });

export const kickedOut = (type: KickType): PushEvent =>
  notify({ KickoutMsgNotify: { KickType: type, NewInstInfo: {} } });

function notify(content: object): PushEvent {
  return { Event: 10, C2cNotifyMsgArray: [content] };
}
