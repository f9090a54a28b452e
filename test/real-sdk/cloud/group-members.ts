import { type Group, manages, memberItem, type Role, setFields, type WireFields } from './group.ts';
import { enter, kick, mute, setAdmin } from './group-life.ts';
import { notice } from './group-news.ts';
import { byManager, named, onGroup } from './groups.ts';
import type { Caller, Handlers, Service } from './service.ts';
import { type Answer, ok, refuse } from './wire.ts';

/** The members of groups. */
export function groupMemberHandlers(service: Service): Handlers {
  const handlers: Handlers = {
    get_group_member_info: onGroup(service, (group, body: PageOfMembers) => {
      const { Offset = Number(body.Next ?? 0), Limit, MemberRoleFilter: roles } = body;
      const members = [...group.members.values()].filter(({ role }) => roles?.includes(role) ?? true);
      const end = Offset + Limit;
      return ok({
        MemberNum: group.members.size,
        MemberList: members.slice(Offset, end).map(memberItem),
        ...(body.Next !== undefined && { Next: end < members.length ? String(end) : '' }),
      });
    }),
    get_specified_group_member_info: onGroup(service, (group, body: SomeMembers) => {
      const members = body.Member_List_Account.flatMap((userID) => group.members.get(userID) ?? []);
      return ok({ MemberList: members.map(memberItem) });
    }),
    add_group_member: onGroup(service, (group, { MemberList }: AddMembers, { userID }) => {
      if (group.profile.InviteJoinOption === 'DisableInvite') return refuse(10007);
      const results = MemberList.map(({ Member_Account }) => ({
        Member_Account,
        Result: resultOfAdding(service, group, Member_Account),
      }));
      const added = results.filter(({ Result }) => Result === 1).map(({ Member_Account }) => Member_Account);
      if (added.length > 0) enter(service, group, added, userID);
      return ok({ MemberList: results });
    }),
    delete_group_member: byManager(service, (group, body: KickMembers, { userID }) => {
      const present = body.MemberToDel_Account.filter((member) => group.members.has(member));
      kick(service, group, userID, present, body.Reason);
      return ok();
    }),
    modify_group_member_info: onGroup(service, (group, body: EditMember, caller) =>
      editMember(service, group, body, caller),
    ),
  };
  return {
    ...named('group_open_http_svc', handlers),
    'group_open_avchatroom_http_svc.get_members': onGroup(service, (group) =>
      ok({ MemberList: [...group.members.values()].map(memberItem), NextTimestamp: 0 }),
    ),
  };
}

interface OneGroup {
  GroupId: string;
}

interface PageOfMembers extends OneGroup {
  Limit: number;
  Offset?: number;
  /** Communities only. */
  Next?: string;
  MemberRoleFilter?: readonly Role[];
}

interface SomeMembers extends OneGroup {
  Member_List_Account: readonly string[];
}

interface AddMembers extends OneGroup {
  MemberList: readonly { Member_Account: string }[];
}

interface KickMembers extends OneGroup {
  MemberToDel_Account: readonly string[];
  Reason?: string;
}

interface EditMember extends OneGroup {
  Member_Account: string;
  Role?: Role;
  ShutUpTime?: number;
  NameCard?: string;
  AppMemberDefinedData?: WireFields;
  MsgFlag?: string;
}

/** 0 failed, 1 added, 2 was there already, 4 is in too many groups. */
function resultOfAdding({ world }: Service, group: Group, userID: string): number {
  if (group.members.has(userID)) return 2;
  return { joins: 1, fails: 0, 'is full': 4 }[world.user(userID).invited];
}

function editMember(service: Service, group: Group, body: EditMember, { userID, line }: Caller): Answer {
  const { Member_Account, Role, ShutUpTime, NameCard, AppMemberDefinedData, MsgFlag } = body;
  const member = group.members.get(Member_Account);
  if (!member) return refuse(10004);
  const forManagers = Role ?? ShutUpTime ?? (Member_Account === userID ? undefined : 'somebody else');
  if (forManagers !== undefined && !manages(group, userID)) return refuse(10007);
  if (Role) setAdmin(service, group, userID, Member_Account, Role === 'Admin');
  if (ShutUpTime !== undefined) mute(service, group, userID, Member_Account, ShutUpTime);
  if (NameCard !== undefined) member.nameCard = NameCard;
  setFields(member.custom, AppMemberDefinedData);
  if (MsgFlag !== undefined) {
    member.remind = MsgFlag;
    notice(service, group, 'remindType', userID, userID, { MsgFlag }, line);
  }
  return ok();
}
