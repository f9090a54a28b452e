import { groupReport } from './group-news.ts';
import { onGroup } from './groups.ts';
import type { Handlers, Service } from './service.ts';
import { ok, type WireMessage } from './wire.ts';

/** Receipts for single messages, whose senders wanted them. */
export function receiptHandlers(service: Service): Handlers {
  const { world } = service;
  return {
    'openim.c2c_msg_read_receipt': ({ Peer_Account, C2CMsgInfo }: ReceiptC2C, { userID }) => {
      const randoms = C2CMsgInfo.map(({ MsgRandom }) => MsgRandom);
      for (const message of world.c2c(userID, Peer_Account)) {
        if (randoms.includes(message.MsgRandom)) sendReceipt(service, userID, message);
      }
      return ok();
    },
    'group_open_http_svc.group_msg_receipt': onGroup(service, (group, body: InGroup, { userID }) => {
      for (const { MsgSeq } of body.MsgSeqList) {
        const message = group.messages[MsgSeq - 1];
        if (message) sendReceipt(service, userID, message);
      }
      return ok();
    }),
    'group_open_http_svc.get_group_msg_receipt': onGroup(service, (group, body: InGroup) =>
      ok({
        GroupMsgReceiptList: body.MsgSeqList.map(({ MsgSeq }) => {
          const message = group.messages[MsgSeq - 1];
          return message ? { Code: 0, MsgSeq, ...counts(service, message) } : { Code: 10030, MsgSeq };
        }),
      }),
    ),
    'group_open_http_svc.get_group_msg_receipt_detail': onGroup(service, (group, body: Detail) => {
      const message = group.messages[body.MsgSeq - 1];
      const readers = message ? [...world.readers(message)] : [];
      const others = [...group.members.keys()].filter(
        (userID) => userID !== message?.From_Account && !readers.includes(userID),
      );
      return ok({
        Cursor: '',
        IsFinish: 1,
        ReadList: readers.map((Read_Account) => ({ Read_Account })),
        UnreadList: others.map((Unread_Account) => ({ Unread_Account })),
      });
    }),
  };
}

interface ReceiptC2C {
  Peer_Account: string;
  C2CMsgInfo: readonly { MsgRandom: number }[];
}

interface InGroup {
  GroupId: string;
  MsgSeqList: readonly { MsgSeq: number }[];
}

interface Detail {
  GroupId: string;
  MsgSeq: number;
}

/** `reader` has read the message; its sender is told. */
export function sendReceipt(service: Service, reader: string, message: WireMessage): void {
  const { world, push } = service;
  const { From_Account, ToGroupId, TinyId, MsgClientTime, MsgRandom } = message;
  world.readers(message).add(reader);
  const key = { TinyId, MsgClientTime, MsgRandom };
  if (ToGroupId === undefined) {
    push(From_Account, { Event: 16, Peer_Account: reader, PeerReadTime: world.now(), C2cMsgInfo: [key] });
    return;
  }
  const group = world.groups.get(ToGroupId);
  if (!group) return;
  const body = { GroupMsgReceiptList: [{ ...key, ...counts(service, message) }] };
  push(From_Account, groupReport(service, group, From_Account, body));
}

function counts({ world }: Service, message: WireMessage) {
  const ReadNum = world.readers(message).size;
  const others = (world.groups.get(message.ToGroupId ?? '')?.members.size ?? 1) - 1;
  return { ReadNum, UnreadNum: others - ReadNum };
}
