import type { Handlers, Service } from './service.ts';
import { ok } from './wire.ts';
import type { Group } from './world.ts';

/** The groups of a user. */
export function groupHandlers({ world }: Service): Handlers {
  return {
    'group_open_http_svc.get_joined_group_list': (_body: never, { userID }) => {
      const joined = [...world.groups.values()].filter((group) => group.members.has(userID));
      return ok({ TotalCount: joined.length, GroupIdList: joined.map((group) => groupItem(group, userID)) });
    },
    'group_open_http_svc.get_group_self_member_info': (
      body: { GroupIdList: readonly string[] },
      { userID },
    ) =>
      ok({
        GroupInfo: body.GroupIdList.map((groupID) => {
          const group = world.groups.get(groupID);
          return group
            ? { ErrorCode: 0, ...groupItem(group, userID) }
            : { ErrorCode: 10010, GroupId: groupID };
        }),
      }),
    'group_open_http_svc.get_group_notify': () => ok(),
    'group_open_http_svc.batch_get_group_notify': () => ok(),
    'million_group_open_http_svc.get_joined_group_list': () => ok({ TotalCount: 0, GroupIdList: [] }),
  };
}

function groupItem({ groupID, name, members, messages }: Group, userID: string): object {
  const [owner = ''] = members;
  return {
    GroupId: groupID,
    Type: 'Public',
    Name: name,
    FaceUrl: '',
    Owner_Account: owner,
    CreateTime: 1_700_000_000,
    MemberNum: members.size,
    MaxMemberNum: 200,
    NextMsgSeq: messages.length + 1,
    LastMsgTime: messages.at(-1)?.MsgTimeStamp ?? 0,
    SelfInfo: {
      Role: userID === owner ? 'Owner' : 'Member',
      JoinTime: 1_700_000_000,
      MsgFlag: 'AcceptAndNotify',
      MsgSeq: 0,
    },
  };
}
