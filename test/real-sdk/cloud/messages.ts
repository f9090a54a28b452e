import { c2cMessages, c2cRecalled, groupMessages, groupRecalled } from './events.ts';
import type { Line } from './line.ts';
import type { Handlers, Service } from './service.ts';
import { ok, refuse, type WireElement, type WireMessage } from './wire.ts';

/** A message on its way in. What is left out is what a present-day client would have sent. */
export interface Draft {
  readonly from: string;
  readonly to: string;
  readonly body: readonly WireElement[];
  /** When the service takes it, in seconds. */
  readonly time?: number;
  /** The sender's own sequence (C2C only), random number and time. */
  readonly sequence?: number;
  readonly random?: number;
  readonly clientTime?: number;
  /** Whether the sender wants receipts. */
  readonly receipt?: boolean;
  readonly extensible?: boolean;
  readonly customData?: string;
  /** Kept nowhere: it reaches who is connected. */
  readonly onlineOnly?: boolean;
}

/** Sending and recalling. */
export function messageHandlers(service: Service): Handlers {
  const { world } = service;
  return {
    'openim.sendmsg': (body: SendC2C, { userID, line }) => {
      const {
        To_Account: to,
        MsgBody,
        MsgSeq: sequence,
        MsgRandom: random,
        MsgClientTime: clientTime,
      } = body;
      if (world.user(to).blocklist.has(userID)) return refuse(20007);
      const draft = { from: userID, to, body: MsgBody, sequence, random, clientTime, ...flags(body) };
      const { MsgTimeStamp } = deliverC2C(service, draft, line);
      return ok({ MsgTime: MsgTimeStamp, MsgKey: `${sequence}_${random}_${MsgTimeStamp}` });
    },
    'group_open_http_svc.send_group_msg': (body: SendToGroup, { userID, line }) => {
      const { GroupId: to, MsgBody, Random: random, MsgClientTime: clientTime } = body;
      const group = world.groups.get(to);
      if (!group) return refuse(10010);
      if ((group.members.get(userID)?.muteUntil ?? 0) > world.now()) return refuse(10017);
      const draft = { from: userID, to, body: MsgBody, random, clientTime, ...flags(body) };
      const { MsgTimeStamp, MsgSeq } = deliverToGroup(service, draft, line);
      return ok({ MsgTime: MsgTimeStamp, MsgSeq });
    },
    'openim.msgwithdraw': (body: { MsgInfo: RecallC2C }, { userID, line }) => {
      const { From_Account, To_Account, MsgRandom } = body.MsgInfo;
      const message = world.c2c(From_Account, To_Account).find((m) => m.MsgRandom === MsgRandom);
      if (!message) return refuse(20022);
      recall(service, message, userID, line);
      return ok();
    },
    'group_open_http_svc.group_msg_recall': (body: RecallInGroup, { userID, line }) => {
      const sequences = body.MsgSeqList.map(({ MsgSeq }) => MsgSeq);
      const messages = world.groups.get(body.GroupId)?.messages ?? [];
      for (const message of messages) {
        if (sequences.includes(message.MsgSeq)) recall(service, message, userID, line);
      }
      return ok({ RecallRetList: sequences.map((MsgSeq) => ({ MsgSeq, RetCode: 0 })) });
    },
    'openim.delete_c2c_msg_ramble': ({ MsgKeyList }: { MsgKeyList: readonly string[] }, { userID }) => {
      for (const key of MsgKeyList) world.user(userID).deleted.add(Number(key.split('_')[1]));
      return ok();
    },
    'group_open_http_svc.delete_group_ramble_msg_by_seq': ({ GroupId, Seqs }: DeleteInGroup, { userID }) => {
      for (const sequence of Seqs) {
        const message = world.groups.get(GroupId)?.messages[Number(sequence) - 1];
        if (message) world.user(userID).deleted.add(message.MsgRandom);
      }
      return ok();
    },
  };
}

interface SendFlags {
  IsNeedReadReceipt?: number;
  NeedReadReceipt?: number;
  SupportMessageExtension?: number;
  CloudCustomData?: string;
  /** 0: for who is connected only. */
  MsgLifeTime?: number;
  /** The same in groups, as 1. */
  OnlineOnlyFlag?: number;
}

const flags = (body: SendFlags) => ({
  receipt: body.IsNeedReadReceipt === 1 || body.NeedReadReceipt === 1,
  extensible: body.SupportMessageExtension === 1,
  customData: body.CloudCustomData ?? '',
  onlineOnly: body.MsgLifeTime === 0 || body.OnlineOnlyFlag === 1,
});

interface SendC2C extends SendFlags {
  To_Account: string;
  MsgBody: readonly WireElement[];
  MsgSeq: number;
  MsgRandom: number;
  MsgClientTime: number;
}

interface SendToGroup extends SendFlags {
  GroupId: string;
  MsgBody: readonly WireElement[];
  Random: number;
  MsgClientTime: number;
}

interface DeleteInGroup {
  GroupId: string;
  Seqs: readonly string[];
}

interface RecallC2C {
  From_Account: string;
  To_Account: string;
  MsgRandom: number;
}

interface RecallInGroup {
  GroupId: string;
  MsgSeqList: readonly { MsgSeq: number }[];
}

/**
 * Stores a C2C message and pushes it to the clients of both users, but for the one it came from. One that comes again,
 * because the client lost the answer, is the one that is stored already.
 */
export function deliverC2C(service: Service, draft: Draft, origin?: Line): WireMessage {
  const { world, deliver } = service;
  const { from, to, sequence = world.next(), random } = draft;
  const messages = world.c2c(from, to);
  const known = messages.find(
    (m) => m.From_Account === from && m.MsgSeq === sequence && m.MsgRandom === random,
  );
  if (known) return known;
  const message = { ...stored(service, draft), To_Account: to, MsgSeq: sequence };
  if (draft.onlineOnly) {
    service.push(to, c2cMessages([{ ...message, MsgLifeTime: 0 }]));
    return message;
  }
  messages.push(message);
  for (const userID of new Set([from, to])) deliver(userID, c2cMessages([message]), origin);
  return message;
}

/** The same for a group and its members. */
export function deliverToGroup(service: Service, draft: Draft, origin?: Line): WireMessage {
  const { world, push } = service;
  const group = world.groups.get(draft.to);
  if (!group) throw new Error(`there is no group ${draft.to}`);
  const known = group.messages.find((m) => m.From_Account === draft.from && m.MsgRandom === draft.random);
  if (known) return known;
  const message: WireMessage = {
    ...stored(service, draft),
    ToGroupId: draft.to,
    MsgSeq: draft.onlineOnly ? 0 : group.messages.length + 1,
    Event: 3,
    ...(draft.onlineOnly && { OnlineOnlyFlag: 1 }),
    GroupInfo: { GroupId: draft.to, GroupType: group.type, GroupName: group.profile.Name },
  };
  if (!draft.onlineOnly) group.messages.push(message);
  for (const userID of group.members.keys()) push(userID, groupMessages([message]), origin);
  return message;
}

function stored(
  { world }: Service,
  { from, body, time, random, clientTime, receipt, extensible, customData = '' }: Draft,
): Omit<WireMessage, 'MsgSeq'> {
  const sender = world.user(from);
  const MsgTimeStamp = time ?? world.now();
  return {
    From_Account: from,
    MsgRandom: random ?? world.next(),
    MsgTimeStamp,
    MsgClientTime: clientTime ?? MsgTimeStamp,
    MsgBody: body,
    CloudCustomData: customData,
    TinyId: sender.tinyID,
    MsgVersion: 0,
    From_AccountNick: sender.nick,
    From_AccountHeadurl: sender.avatar,
    ...(receipt && { IsNeedReadReceipt: 1, NeedReadReceipt: 1 }),
    ...(extensible && { SupportMessageExtension: 1 }),
  };
}

/** Leaves nothing of a group message but its place, which no client shows. */
export function expunge(message: WireMessage): void {
  message.IsPlaceMsg = 1;
}

/** Marks the message as recalled and tells the clients of all who have it, but for the one that asked for it. */
export function recall(service: Service, message: WireMessage, revoker: string, origin?: Line): void {
  message.RevokerInfo = { Revoker_Account: revoker };
  const { From_Account, To_Account, ToGroupId = '' } = message;
  if (To_Account !== undefined) {
    message.MsgFlagBits = 8;
    for (const userID of new Set([From_Account, To_Account])) {
      service.deliver(userID, c2cRecalled(message), origin);
    }
  } else {
    message.IsPlaceMsg = 2;
    service.world.groups.get(ToGroupId)?.recalls.push({ message, time: service.world.now() });
    for (const userID of service.world.groups.get(ToGroupId)?.members.keys() ?? []) {
      service.push(userID, groupRecalled(message), origin);
    }
  }
}
