import type { Handlers, Service } from './service.ts';
import { ok } from './wire.ts';

/** Those from whom a user wants no messages. */
export function blocklistHandlers(service: Service): Handlers {
  const { world } = service;
  const answer = (users: readonly string[]) =>
    ok({ ResultItem: users.map((To_Account) => ({ To_Account, ResultCode: 0, ResultInfo: '' })) });
  return {
    'sns.black_list_get': (_body: never, { userID }) => {
      const list = [...world.user(userID).blocklist];
      const BlackListItem = list.map((To_Account) => ({ To_Account, AddBlackTimeStamp: world.now() }));
      return ok({ BlackListItem, StartIndex: 0, CurruentSequence: 1 });
    },
    'sns.black_list_add': ({ To_Account }: Users, { userID }) => {
      block(service, userID, To_Account);
      return answer(To_Account);
    },
    'sns.black_list_delete': ({ To_Account }: Users, { userID }) => {
      unblock(service, userID, To_Account);
      return answer(To_Account);
    },
  };
}

interface Users {
  To_Account: readonly string[];
}

/** All clients of the user hear of it, the one that asked too. */
export function block({ world, push }: Service, userID: string, users: readonly string[]): void {
  for (const other of users) world.user(userID).blocklist.add(other);
  push(userID, { Event: 7, FriendListMod: [{ PushType: 5, BlackListAdd_Account: users }] });
}

export function unblock({ world, push }: Service, userID: string, users: readonly string[]): void {
  for (const other of users) world.user(userID).blocklist.delete(other);
  push(userID, { Event: 7, FriendListMod: [{ PushType: 6, BlackListDel_Account: users }] });
}
