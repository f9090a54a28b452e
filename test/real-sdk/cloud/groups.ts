import {
  type Group,
  type GroupProfile,
  type GroupType,
  joinedItem,
  manages,
  memberItem,
  ownerOf,
  publicItem,
  setFields,
  type WireFields,
} from './group.ts';
import { apply, dismiss, edit, enter, foundGroup, handOver, quit } from './group-life.ts';
import { notice } from './group-news.ts';
import type { Caller, Handler, Handlers, Service } from './service.ts';
import { type Answer, ok, refuse } from './wire.ts';

const noSuchGroup = 10010;
const notAllowed = 10007;

/** A handler of a command about one group. */
export const onGroup =
  <B extends { GroupId: string }>(
    { world }: Service,
    handle: (group: Group, body: B, caller: Caller) => Answer,
  ): Handler =>
  (body: B, caller) => {
    const group = world.groups.get(body.GroupId);
    return group ? handle(group, body, caller) : refuse(noSuchGroup);
  };

/** The same, for those who manage the group. */
export const byManager = <B extends { GroupId: string }>(
  service: Service,
  handle: (group: Group, body: B, caller: Caller) => Answer,
): Handler =>
  onGroup(service, (group, body: B, caller) =>
    manages(group, caller.userID) ? handle(group, body, caller) : refuse(notAllowed),
  );

/** Groups themselves: lists, profiles, coming into being and ending, joining and quitting. */
export function groupHandlers(service: Service): Handlers {
  const { world } = service;

  const joined = (types: readonly GroupType[]) => (body: Page, caller: Caller) => {
    const { userID } = caller;
    const groups = [...world.groups.values()].filter(
      (group) => group.members.has(userID) && types.includes(group.type),
    );
    const { Offset = 0, Limit = groups.length } = body;
    const page = groups.slice(Offset, Offset + Limit);
    const items = page.map((group) =>
      joinedItem(group, userID, world.user(userID).read.get(group.groupID) ?? 0),
    );
    return ok({ TotalCount: groups.length, GroupIdList: items });
  };

  const recalls = ({ GroupId, BeginTime, EndTime }: Recalls) => {
    const within = (world.groups.get(GroupId)?.recalls ?? []).filter(
      ({ time }) => time * 1_000_000 >= BeginTime && time * 1_000_000 < EndTime,
    );
    const NotifyMsgList = within.map(({ message: { MsgSeq, MsgRandom, MsgClientTime, RevokerInfo } }) => ({
      MsgSeq,
      MsgRandom, // read by 2.x and 3.x
      Random: MsgRandom, // read by lite-chat
      ClientTime: MsgClientTime,
      RevokerInfo,
    }));
    return { NextMsgTime: 0, NotifyMsgList };
  };

  const profileFor = (groupID: string, userID: string) => {
    const group = world.groups.get(groupID);
    if (!group) return { ErrorCode: noSuchGroup, GroupId: groupID };
    const self = group.members.get(userID);
    if (!self && group.type !== 'AVChatRoom') return { ErrorCode: notAllowed, GroupId: groupID };
    return { ErrorCode: 0, ...publicItem(group), ...(self && { MemberList: [memberItem(self)] }) };
  };

  const handlers: Handlers = {
    get_joined_group_list: joined(['Private', 'Public', 'ChatRoom']),
    get_group_self_member_info: ({ GroupIdList }: GroupIDs, { userID }) =>
      ok({ GroupInfo: GroupIdList.map((groupID) => profileFor(groupID, userID)) }),
    get_group_public_info: ({ GroupIdList }: GroupIDs) =>
      ok({
        GroupInfo: GroupIdList.map((groupID) => {
          const group = world.groups.get(groupID);
          return group
            ? { ErrorCode: 0, ...publicItem(group) }
            : { ErrorCode: noSuchGroup, GroupId: groupID };
        }),
      }),
    create_group: (body: Create, caller) => create(service, body, caller),
    apply_join_group: onGroup(service, (group, { ApplyMsg = '' }: Join, { userID }) =>
      join(service, group, userID, ApplyMsg),
    ),
    quit_group: onGroup(service, (group, _body: OneGroup, { userID, line }) => {
      if (ownerOf(group) === userID && group.type !== 'Private') return refuse(10009);
      quit(service, group, userID, line);
      return ok();
    }),
    destroy_group: onGroup(service, (group, _body: OneGroup, { userID, line }) => {
      if (ownerOf(group) !== userID) return refuse(notAllowed);
      dismiss(service, group, line);
      return ok();
    }),
    modify_group_base_info: byManager(service, (group, body: Edit, { userID }) => {
      const { GroupId: _, AppDefinedData, ...changes } = body;
      setFields(group.custom, AppDefinedData);
      edit(service, group, userID, changes);
      return ok();
    }),
    change_group_owner: onGroup(
      service,
      (group, body: OneGroup & { NewOwner_Account: string }, { userID }) => {
        if (ownerOf(group) !== userID) return refuse(notAllowed);
        if (!group.members.has(body.NewOwner_Account)) return refuse(10004);
        handOver(service, group, body.NewOwner_Account);
        return ok();
      },
    ),
    get_online_member_num: onGroup(service, (group) =>
      ok({ OnlineMemberNum: [...group.members.keys()].filter(service.online).length }),
    ),
    get_group_notify: (body: Recalls) => ok(recalls(body)),
    batch_get_group_notify: ({ NotifyReqList }: { NotifyReqList: readonly Recalls[] }) =>
      ok({ NotifyRspList: NotifyReqList.map((body) => ({ GroupId: body.GroupId, ...recalls(body) })) }),
  };
  return {
    ...named('group_open_http_svc', handlers),
    'million_group_open_http_svc.get_joined_group_list': joined(['Community']),
    // Rooms are polled on top; here everything is pushed, so a poll is left without an answer.
    'group_open_long_polling_http_svc.get_msg': () => null,
    // But for those who are not logged in: to them nothing can be pushed.
    'group_open_http_noauth_svc.apply_join_group': onGroup(service, (group) => ok(roomOf(group))),
    'group_open_long_polling_http_noauth_svc.get_msg': ({ Key, StartSeq }: Poll) => {
      const messages = world.groups.get(Key)?.messages ?? [];
      const RspMsgList = messages.filter(({ MsgSeq }) => MsgSeq >= StartSeq);
      return ok({ Key, NextSeq: messages.length + 1, RspMsgList });
    },
  };
}

/** The commands of one of the service's parts. */
export function named(part: string, handlers: Handlers): Handlers {
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [`${part}.${name}`, handler]));
}

interface Page {
  Limit?: number;
  Offset?: number;
}

interface OneGroup {
  GroupId: string;
}

interface GroupIDs {
  GroupIdList: readonly string[];
}

/** Times are in microseconds. */
interface Recalls {
  GroupId: string;
  BeginTime: number;
  EndTime: number;
}

interface Poll {
  Key: string;
  StartSeq: number;
}

interface Join extends OneGroup {
  ApplyMsg?: string;
}

interface Edit extends OneGroup, Partial<GroupProfile> {
  AppDefinedData?: WireFields;
}

interface Create extends Partial<GroupProfile> {
  Type: GroupType;
  GroupId?: string;
  MemberList?: readonly { Member_Account: string; Role?: 'Admin'; AppMemberDefinedData?: WireFields }[];
  AppDefinedData?: WireFields;
}

function create(service: Service, body: Create, { userID, line }: Caller): Answer {
  const { world } = service;
  const { Type, GroupId = '', MemberList = [], AppDefinedData, Name = '' } = body;
  const groupID = GroupId === '' ? `@TGS#${Type === 'Community' ? '_' : ''}${world.next()}` : GroupId;
  if (world.groups.has(groupID)) return refuse(10021);
  const [full, others] = [true, false].map((isFull) =>
    MemberList.filter(({ Member_Account: m }) => (world.user(m).invited === 'is full') === isFull),
  );
  const names = others?.map(({ Member_Account }) => Member_Account) ?? [];
  const { FaceUrl = '', Introduction = '', Notification = '', ApplyJoinOption } = body;
  const profile = { Name, FaceUrl, Introduction, Notification, ...(ApplyJoinOption && { ApplyJoinOption }) };
  const group = foundGroup(service, groupID, Type, [userID, ...names], profile);
  setFields(group.custom, AppDefinedData);
  for (const { Member_Account, Role, AppMemberDefinedData } of others ?? []) {
    const member = group.members.get(Member_Account);
    if (!member) continue;
    if (Role) member.role = Role;
    setFields(member.custom, AppMemberDefinedData);
  }
  notice(service, group, 'created', userID, userID, {}, line);
  for (const name of names) notice(service, group, 'added', name, userID);
  const over = full?.map(({ Member_Account }) => Member_Account);
  return ok({
    GroupId: groupID,
    OverJoinedGroupLimit_Account: over,
    HugeGroupFlag: Type === 'AVChatRoom' ? 1 : 0,
  });
}

function join(service: Service, group: Group, userID: string, wording: string): Answer {
  if (group.members.has(userID)) return refuse(10013);
  const { ApplyJoinOption } = group.profile;
  if (ApplyJoinOption === 'DisableApply') return refuse(notAllowed);
  if (ApplyJoinOption === 'NeedPermission') {
    apply(service, group, userID, wording);
    return ok({ JoinedStatus: 'WaitAdminApproval', Type: group.type });
  }
  enter(service, group, [userID]);
  return ok({ JoinedStatus: 'JoinedSuccess', Type: group.type, ...roomOf(group) });
}

/** What the SDKs need to listen to a room; of others nothing. */
function roomOf({ type, groupID }: Group): object {
  if (type !== 'AVChatRoom') return {};
  return { HugeGroupFlag: 1, LongPollingKey: groupID, StartSeq: 1, AVChatRoomKey: groupID };
}
