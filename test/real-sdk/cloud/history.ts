import type { Handlers, Service } from './service.ts';
import { type Answer, ok, type PushEvent, type WireMessage } from './wire.ts';
import { unreadC2C, type World } from './world.ts';

/** Pages of history, and catching up after a login or a reconnect. */
export function historyHandlers({ world }: Service): Handlers {
  return {
    'openim.getroammsg': (body: PageC2C, { userID }) => {
      const messages = shown(world, userID, world.c2c(userID, body.Peer_Account));
      const withReceipts = messages.map((message) => ({
        ...message,
        IsPeerRead: world.readers(message).size,
      }));
      return c2cPage(withReceipts, body);
    },
    'group_open_http_svc.group_msg_get': (body: PageOfGroup, { userID }) =>
      groupPage(shown(world, userID, world.groups.get(body.GroupId)?.messages ?? []), body),
    // The sync: after a login, without a cookie, how much of C2C is unread; after a reconnect what was missed. Both
    // bring the notices, the former those that the user has not deleted.
    'openim.getmsg': ({ Cookie }: { Cookie: string }, { userID, line }) => {
      const user = world.user(userID);
      const news = Cookie === '' ? user.inbox : user.inbox.slice(line.mark());
      line.setMark(user.inbox.length);
      return ok({
        Cookie: 'any',
        SyncFlag: 2,
        EventArray: news.filter((event) => isNotice(event) && !user.deleted.has(randomOf(event))),
        ...(Cookie === ''
          ? { MsgList: [], C2CPairUnreadCount: unreadCounts(world, userID) }
          : { MsgList: missed(news.filter((event) => !isNotice(event))) }),
      });
    },
    // Takes notices away for good.
    'openim.deletemsg': ({ DelMsgList }: { DelMsgList: readonly { MsgRandom: number }[] }, { userID }) => {
      for (const { MsgRandom } of DelMsgList) world.user(userID).deleted.add(MsgRandom);
      return ok();
    },
  };
}

const isNotice = (event: PushEvent): boolean => event.Event === 5;

const randomOf = (event: PushEvent): number =>
  (event['GroupTips'] as readonly WireMessage[] | undefined)?.[0]?.MsgRandom ?? 0;

/** Without what the user has deleted. */
const shown = (world: World, userID: string, messages: readonly WireMessage[]): readonly WireMessage[] =>
  messages.filter((m) => !world.user(userID).deleted.has(m.MsgRandom));

interface PageC2C {
  Peer_Account: string;
  MaxCnt: number;
  /** Where the last page ended: an index into the history, of the stand-in's own making. */
  MsgKey: string;
  /** 0: older ones; 1: newer ones. */
  GetDirection?: number;
  /** Without a MsgKey: not newer than this second, or not older; 0 for the newest. */
  LastMsgTime: number;
}

interface PageOfGroup {
  GroupId: string;
  ReqMsgNumber: number;
  /** The newest sequence wanted; without it the newest there is. */
  ReqMsgSeq?: number;
}

/** Within a page the oldest message comes first, whichever way pages run. */
function c2cPage(
  messages: readonly WireMessage[],
  { MaxCnt, MsgKey, GetDirection = 0, LastMsgTime }: PageC2C,
): Answer {
  const isUp = GetDirection === 1;
  const place = isUp
    ? messages.findIndex((m) => m.MsgTimeStamp >= LastMsgTime)
    : messages.findIndex((m) => LastMsgTime > 0 && m.MsgTimeStamp > LastMsgTime);
  const edge = MsgKey !== '' ? Number(MsgKey) : place < 0 ? messages.length : place;
  const [start, end] = isUp ? [edge, edge + MaxCnt] : [Math.max(0, edge - MaxCnt), edge];
  const MsgList = messages.slice(start, end);
  return ok({
    Complete: (isUp ? end >= messages.length : start === 0) ? 1 : 0,
    MsgCnt: MsgList.length,
    MsgList,
    MsgKey: String(isUp ? Math.min(end, messages.length) : start),
    LastMsgTime: MsgList.at(isUp ? -1 : 0)?.MsgTimeStamp,
  });
}

/** Pages run from the newest to the oldest, and so do the messages within one. */
function groupPage(messages: readonly WireMessage[], { GroupId, ReqMsgNumber, ReqMsgSeq }: PageOfGroup) {
  const upTo = messages.filter((m) => m.MsgSeq <= (ReqMsgSeq ?? m.MsgSeq));
  const RspMsgList = ReqMsgNumber > 0 ? upTo.slice(-ReqMsgNumber).reverse() : [];
  const complete = upTo.length <= ReqMsgNumber;
  const NextReqMsgSeq = complete ? 0 : (RspMsgList.at(-1)?.MsgSeq ?? 1) - 1;
  return ok({ GroupId, RspMsgList, IsFinished: RspMsgList.length === 0 ? 2 : 1, NextReqMsgSeq });
}

/** What a client missed, in the order in which it happened: messages, and other events wrapped as if they were. */
function missed(events: readonly PushEvent[]): readonly object[] {
  return events.flatMap(
    (event) => (event['C2cMsgArray'] as readonly object[] | undefined) ?? { EventArray: [event] },
  );
}

function unreadCounts(world: World, userID: string): readonly object[] {
  const counts = world.peers(userID).map((peer) => [peer, unreadC2C(world, userID, peer).length] as const);
  return counts.map(([From_Account, UnreadCount]) => ({ From_Account, UnreadCount }));
}
