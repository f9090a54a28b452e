import type { Handlers, Service } from './service.ts';
import { ok } from './wire.ts';

/** Groups of friends, each user's own. */
export function friendGroupHandlers({ world }: Service): Handlers {
  const result = (To_Account: string, ok: boolean, more = {}) => ({
    To_Account,
    ResultCode: ok ? 0 : 32216,
    ResultInfo: '',
    ...more,
  });
  return {
    'sns.group_get': (_body: never, { userID }) =>
      ok({
        ResultItem: [...world.user(userID).friendGroups].map(([GroupName, members]) => ({
          GroupName,
          FriendNumber: members.size,
          To_Account: [...members],
        })),
        CurrentSequence: 1,
      }),
    'sns.group_add': ({ GroupName, To_Account = [] }: AddGroups, { userID }) => {
      const { friends, friendGroups } = world.user(userID);
      const accepted = To_Account.filter((peer) => friends.has(peer));
      for (const name of GroupName) friendGroups.set(name, new Set(accepted));
      return ok({ ResultItem: To_Account.map((peer) => result(peer, accepted.includes(peer))) });
    },
    'sns.group_delete': ({ GroupName }: { GroupName: readonly string[] }, { userID }) => {
      for (const name of GroupName) world.user(userID).friendGroups.delete(name);
      return ok();
    },
    'sns.group_update': (body: UpdateGroup, { userID }) => {
      const { GroupOldName, GroupNewName, UpdateGroupItem = [] } = body;
      const { friends, friendGroups } = world.user(userID);
      const members = friendGroups.get(GroupOldName) ?? new Set();
      for (const { To_Account, UpdateType } of UpdateGroupItem) {
        if (UpdateType === 'Update_Type_Add') members.add(To_Account);
        else members.delete(To_Account);
      }
      if (GroupNewName !== undefined) {
        friendGroups.delete(GroupOldName);
        friendGroups.set(GroupNewName, members);
      }
      const ResultItem = UpdateGroupItem.map(({ To_Account, UpdateType }) =>
        result(To_Account, friends.has(To_Account), { UpdateType }),
      );
      return ok({ ResultItem });
    },
  };
}

interface AddGroups {
  GroupName: readonly string[];
  To_Account?: readonly string[];
}

interface UpdateGroup {
  GroupOldName: string;
  GroupNewName?: string;
  UpdateGroupItem?: readonly { To_Account: string; UpdateType: 'Update_Type_Add' | 'Update_Type_Delete' }[];
}
