import { readByPeer, readElsewhere } from './events.ts';
import type { Line } from './line.ts';
import type { Handlers, Service } from './service.ts';
import { ok, type WireMessage } from './wire.ts';
import { unreadC2C } from './world.ts';

/** The conversation list and its read marks. */
export function contactHandlers(service: Service): Handlers {
  const { world } = service;
  return {
    'recentcontact.page_get': (_body: never, { userID }) =>
      ok({
        CompleteFlag: 1,
        TimeStamp: 0,
        StartIndex: 0,
        TopTimeStamp: 0,
        TopStartIndex: 0,
        SessionItem: [...c2cContacts(service, userID), ...groupContacts(service, userID)],
      }),
    'recentcontact.get_contact_group': () =>
      ok({ CompleteFlag: 1, NextStartIndex: 0, GroupItem: [], ContactItem: [] }),
    'recentcontact.search_contact_group': () => ok({ CompleteFlag: 1, GroupItem: [], ContactItem: [] }),
    'openim.get_c2c_peer_mute_notifications': (body: { Peer_Account?: readonly string[] }, { userID }) => {
      const { remind } = world.user(userID);
      const peers = body.Peer_Account ?? [...remind.keys()];
      const MuteNotificationsList = peers.map((Peer_Account) => ({
        Peer_Account,
        MuteNotifications: remind.get(Peer_Account) ?? 0,
      }));
      return ok({ MuteNotificationsList, UpdateSeq: 1 });
    },
    'openim.set_c2c_peer_mute_notifications': (body: MuteC2C, { userID }) => {
      for (const peer of body.Peer_Account) world.user(userID).remind.set(peer, body.Mute_Notifications);
      return ok({ UpdateSeq: 2, ErrorList: [] });
    },
    'openim.get_peer_read_time': (body: { To_Account: readonly string[] }, { userID }) =>
      ok({ ReadTime: body.To_Account.map((peer) => world.user(peer).read.get(userID) ?? 0) }),
    'openim.msgreaded': (body: ReadC2C, { userID, line }) => {
      for (const { To_Account: peer, LastedMsgTime } of body.C2CMsgReaded.C2CMsgReadedItem) {
        readC2C(service, userID, peer, LastedMsgTime);
        service.push(userID, readElsewhere(peer, LastedMsgTime), line);
      }
      return ok();
    },
    'group_open_http_svc.msg_read_report': (body: { GroupId: string; MsgReadedSeq: number }, { userID }) => {
      world.user(userID).read.set(body.GroupId, body.MsgReadedSeq);
      return ok();
    },
    'openim.read_all_unread_msg': (body: ReadAll, { userID, line }) => {
      const { world: w, push } = service;
      if (body.C2CReadAllMsg === 1) {
        for (const peer of w.peers(userID)) {
          readC2C(service, userID, peer, w.now());
          push(userID, readElsewhere(peer, w.now()), line);
        }
      }
      for (const { GroupId, MsgSeq } of body.GroupReadInfo ?? []) w.user(userID).read.set(GroupId, MsgSeq);
      return ok({ C2CReadAllMsg: body.C2CReadAllMsg, GroupReadInfoArray: body.GroupReadInfo ?? [] });
    },
    'recentcontact.batch_delete': ({ ContactItem, ClearRamble }: DeleteContacts, { userID, line }) => {
      for (const contact of ContactItem) {
        deleteConversation(service, userID, idOf(contact), ClearRamble === 1, line);
      }
      return ok({
        ResultItem: ContactItem.map((contact) => ({ ...contact, ResultCode: 0, ResultInfo: '' })),
      });
    },
    'recentcontact.top': ({ RecentContactItem, OperationType }: PinContacts, { userID, line }) => {
      for (const contact of RecentContactItem) {
        pinConversation(service, userID, idOf(contact), OperationType === 1, line);
      }
      return ok({ ResultItem: [] });
    },
    'recentcontact.clear_msg': (contact: WireContact, { userID }) => {
      clearHistory(service, userID, idOf(contact));
      return ok();
    },
  };
}

/** A conversation as it travels. */
interface WireContact {
  Type: 1 | 2;
  To_Account?: string;
  /** As deletions spell it, and pins. */
  ToGroupid?: string;
  GroupId?: string;
}

interface DeleteContacts {
  ContactItem: readonly WireContact[];
  ClearRamble?: number;
}

interface PinContacts {
  RecentContactItem: readonly WireContact[];
  /** 1: pin, 2: unpin. */
  OperationType: number;
}

interface ReadAll {
  C2CReadAllMsg?: number;
  GroupReadInfo?: readonly { GroupId: string; MsgSeq: number }[];
}

const idOf = ({ Type, To_Account = '', ToGroupid = '', GroupId = ToGroupid }: WireContact): string =>
  Type === 1 ? `C2C${To_Account}` : `GROUP${GroupId}`;

/** The same for a push: 2.x and 3.x read one name of the user, lite-chat one here and one there. */
const pushedContact = (conversationID: string): object => {
  const userID = conversationID.replace(/^C2C/, '');
  return conversationID.startsWith('C2C')
    ? { Type: 1, To_Account: userID, Peer_Account: userID }
    : { Type: 2, GroupId: conversationID.replace(/^GROUP/, '') };
};

const messagesOf = ({ world }: Service, userID: string, conversationID: string) =>
  conversationID.startsWith('C2C')
    ? world.c2c(userID, conversationID.replace(/^C2C/, ''))
    : (world.groups.get(conversationID.replace(/^GROUP/, ''))?.messages ?? []);

/** Takes the conversation out of the user's list until something new is said, and tells the other clients. */
export function deleteConversation(
  service: Service,
  userID: string,
  conversationID: string,
  withHistory: boolean,
  except?: Line,
): void {
  const user = service.world.user(userID);
  user.hidden.set(conversationID, messagesOf(service, userID, conversationID).length);
  user.pinned.delete(conversationID);
  if (withHistory) clearHistory(service, userID, conversationID);
  const item = { RecentContactList: [pushedContact(conversationID)] };
  const event = { Event: 12, RecentContactMod: [{ PushType: 1, RecentContactDeleteItem: item }] };
  service.push(userID, event, except);
}

function clearHistory(service: Service, userID: string, conversationID: string): void {
  const { deleted } = service.world.user(userID);
  for (const message of messagesOf(service, userID, conversationID)) deleted.add(message.MsgRandom);
}

export function pinConversation(
  { world, push }: Service,
  userID: string,
  conversationID: string,
  pinned: boolean,
  except?: Line,
): void {
  const pins = world.user(userID).pinned;
  if (pinned) pins.add(conversationID);
  else pins.delete(conversationID);
  const RecentContactTopItem = { RecentContactList: [pushedContact(conversationID)] };
  const item = { PushType: pinned ? 2 : 3, RecentContactTopItem };
  push(userID, { Event: 12, RecentContactMod: [item] }, except);
}

interface MuteC2C {
  Peer_Account: readonly string[];
  Mute_Notifications: number;
}

interface ReadC2C {
  C2CMsgReaded: { C2CMsgReadedItem: readonly { To_Account: string; LastedMsgTime: number }[] };
}

/** `reader` has read what `peer` wrote, up to `time` in seconds; the peer is told. */
export function readC2C({ world, deliver }: Service, reader: string, peer: string, time: number): void {
  world.user(reader).read.set(peer, time);
  deliver(peer, readByPeer(reader, time));
}

function c2cContacts({ world }: Service, userID: string): readonly object[] {
  const user = world.user(userID);
  const shown = world
    .peers(userID)
    .filter((peer) => world.c2c(userID, peer).length > (user.hidden.get(`C2C${peer}`) ?? 0));
  return shown.map((peer) => {
    const last = world.c2c(userID, peer).findLast((m) => !user.deleted.has(m.MsgRandom));
    const { nick, avatar } = world.user(peer);
    return {
      Type: 1,
      To_Account: peer,
      C2cNick: nick,
      C2cImage: avatar,
      C2cPeerReadTime: world.user(peer).read.get(userID) ?? 0,
      LastC2CMsgFrom_Account: last?.From_Account, // read by 2.x and 3.x
      LastC2cMsgFrom_Account: last?.From_Account, // read by lite-chat
      UnreadMsgCount: unreadC2C(world, userID, peer).length,
      MsgRecvOption: user.remind.get(peer) ?? 0, // read by lite-chat
      ...lastMessage(last),
      TopFlags: user.pinned.has(`C2C${peer}`) ? 1 : 0,
      LastMsgFlags: last?.MsgFlagBits ?? 0,
    };
  });
}

function groupContacts({ world }: Service, userID: string): readonly object[] {
  const user = world.user(userID);
  return (
    [...world.groups.values()]
      // One in which nothing was ever said, not even a tip, is no contact; lite-chat drops the whole list over one.
      .filter(({ members, messages, groupID, type }) => {
        const before = user.hidden.get(`GROUP${groupID}`) ?? 0;
        return type !== 'AVChatRoom' && members.has(userID) && messages.length > before;
      })
      .map(({ groupID, type, profile, messages, members }) => {
        const readSequence = user.read.get(groupID) ?? 0;
        const unread = messages.filter((m) => m.From_Account !== userID && m.MsgSeq > readSequence);
        const last = messages.findLast((m) => !user.deleted.has(m.MsgRandom));
        return {
          Type: 2,
          ToAccount: groupID,
          GroupNick: profile.Name,
          GroupImage: profile.FaceUrl,
          GroupType: type,
          GroupNextMsgSeq: messages.length + 1,
          MsgGroupFrom_Account: last?.From_Account ?? '',
          MsgGroupReadedSeq: readSequence,
          UnreadMsgCount: unread.length,
          MsgRecvOption: remindNumbers[members.get(userID)?.remind ?? ''] ?? 0,
          ...lastMessage(last),
          TopFlags: user.pinned.has(`GROUP${groupID}`) ? 1 : 0,
          LastMsgFlags: last?.IsPlaceMsg ?? 0,
        };
      })
  );
}

const remindNumbers: Readonly<Record<string, number>> = {
  AcceptAndNotify: 0,
  Discard: 1,
  AcceptNotNotify: 2,
};

function lastMessage(message: WireMessage | undefined): object {
  const { MsgTimeStamp = 0, MsgSeq = 0, MsgBody = [], CloudCustomData = '', RevokerInfo } = message ?? {};
  const LastMsg =
    message?.Event === 4
      ? { Event: 4, GroupTips: message, CloudCustomData }
      : { MsgBody, CloudCustomData, RevokerInfo };
  return { MsgTimeStamp, MsgSeq, MsgShow: '', LastMsg };
}
