import { readByPeer, readElsewhere } from './events.ts';
import type { Handlers, Service } from './service.ts';
import { ok, type WireMessage } from './wire.ts';
import { unreadC2C } from './world.ts';

/** The conversation list and its read marks, and the relations between users. */
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
    'openim.get_c2c_peer_mute_notifications': (_body: never, { userID }) => {
      const entries = [...world.user(userID).remind];
      const MuteNotificationsList = entries.map(([Peer_Account, type]) => ({
        Peer_Account,
        MuteNotifications: type,
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
    'sns.black_list_get': () => ok({ BlackListItem: [], StartIndex: 0, CurruentSequence: 1 }),
    'sns.friend_get': () =>
      ok({ UserDataItem: [], StandardSequence: 1, CustomSequence: 1, FriendNum: 0, CompleteFlag: 1 }),
    'sns.group_get': () => ok({ ResultItem: [], CurrentSequence: 1 }),
    'sns.pendency_get': () => ok({ PendencyItem: [], UnreadPendencyCount: 0, CurrentPendencySequence: 1 }),
  };
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
  return world.peers(userID).map((peer) => {
    const messages = world.c2c(userID, peer);
    const { nick, avatar } = world.user(peer);
    const last = messages.at(-1);
    return {
      Type: 1,
      To_Account: peer,
      C2cNick: nick,
      C2cImage: avatar,
      C2cPeerReadTime: world.user(peer).read.get(userID) ?? 0,
      LastC2CMsgFrom_Account: last?.From_Account, // read by 2.x and 3.x
      LastC2cMsgFrom_Account: last?.From_Account, // read by lite-chat
      UnreadMsgCount: unreadC2C(world, userID, peer).length,
      MsgRecvOption: world.user(userID).remind.get(peer) ?? 0, // read by lite-chat
      ...lastMessage(last),
      LastMsgFlags: last?.MsgFlagBits ?? 0,
    };
  });
}

function groupContacts({ world }: Service, userID: string): readonly object[] {
  return (
    [...world.groups.values()]
      // One in which nothing was ever said, not even a tip, is no contact; lite-chat drops the whole list over one.
      .filter((group) => group.members.has(userID) && group.messages.length > 0)
      .map(({ groupID, name, messages }) => {
        const readSequence = world.user(userID).read.get(groupID) ?? 0;
        const unread = messages.filter((m) => m.From_Account !== userID && m.MsgSeq > readSequence);
        const last = messages.at(-1);
        return {
          Type: 2,
          ToAccount: groupID,
          GroupNick: name,
          GroupImage: '',
          GroupType: 'Public',
          GroupNextMsgSeq: (last?.MsgSeq ?? 0) + 1,
          MsgGroupFrom_Account: last?.From_Account ?? '',
          MsgGroupReadedSeq: readSequence,
          UnreadMsgCount: unread.length,
          MsgRecvOption: 0,
          ...lastMessage(last),
          LastMsgFlags: last?.IsPlaceMsg ?? 0,
        };
      })
  );
}

function lastMessage(message: WireMessage | undefined): object {
  const { MsgTimeStamp = 0, MsgSeq = 0, MsgBody = [], CloudCustomData = '', RevokerInfo } = message ?? {};
  return {
    MsgTimeStamp,
    MsgSeq,
    MsgShow: '',
    TopFlags: 0,
    LastMsg: { MsgBody, CloudCustomData, RevokerInfo },
  };
}
