import { removeFriendRequests, requestFriend } from './friend-requests.ts';
import { profileTags, type Tags } from './profiles.ts';
import type { Handlers, Service } from './service.ts';
import type { Friend } from './user.ts';
import { ok } from './wire.ts';
import type { World } from './world.ts';

/** Friends. */
export function friendHandlers(service: Service): Handlers {
  const { world } = service;
  return {
    'sns.friend_get': (_body: never, { userID }) => {
      const { friends } = world.user(userID);
      const UserDataItem = [...friends.keys()].map((To_Account) => ({
        To_Account,
        ValueItem: friendTags(world, userID, To_Account),
      }));
      const sequences = { StandardSequence: 1, CustomSequence: 1, NextStartIndex: 0 };
      return ok({ UserDataItem, ...sequences, FriendNum: friends.size, CompleteFlag: 1 });
    },
    'sns.friend_get_specified': ({ To_Account }: Users, { userID }) =>
      ok({
        InfoItem: To_Account.map((peer) => ({
          ...result(peer, world.user(userID).friends.has(peer) ? 0 : 30001),
          SnsProfileItem: friendTags(world, userID, peer),
        })),
      }),
    'sns.friend_add': ({ AddFriendItem, AddType }: AddFriends, { userID }) =>
      ok({
        ResultItem: AddFriendItem.map((item) =>
          result(item.To_Account, addFriend(service, userID, item, AddType)),
        ),
      }),
    'sns.friend_delete': ({ To_Account, DeleteType }: Users & { DeleteType: string }, { userID }) => {
      const codes = To_Account.map((peer) => (world.user(userID).friends.has(peer) ? 0 : 31704));
      for (const peer of To_Account) unfriend(service, userID, peer, DeleteType === 'Delete_Type_Both');
      return ok({ ResultItem: To_Account.map((peer, i) => result(peer, codes[i])) });
    },
    'sns.friend_update': ({ UpdateItem }: UpdateFriends, { userID }) => {
      for (const { To_Account, SnsItem } of UpdateItem) {
        const friend = world.user(userID).friends.get(To_Account);
        if (friend) applyTags(friend, SnsItem);
      }
      return ok({ ResultItem: UpdateItem.map(({ To_Account }) => result(To_Account, 0)) });
    },
    'sns.friend_check': ({ To_Account, CheckType }: Users & { CheckType: string }, { userID }) =>
      ok({
        InfoItem: To_Account.map((peer) => ({
          ...result(peer, 0),
          Relation: relation(world, userID, peer, CheckType === 'CheckResult_Type_Both'),
        })),
      }),
  };
}

interface Users {
  To_Account: readonly string[];
}

interface AddFriend {
  To_Account: string;
  AddSource?: string;
  AddWording?: string;
  Remark?: string;
  GroupName?: string;
}

interface AddFriends {
  AddFriendItem: readonly AddFriend[];
  AddType: string;
}

interface UpdateFriends {
  UpdateItem: readonly { To_Account: string; SnsItem: Tags }[];
}

const result = (To_Account: string, ResultCode = 0): object => ({ To_Account, ResultCode, ResultInfo: '' });

/** 0: they are friends now; 30539: it takes a consent; 30516: the other wants no requests; 30520: they are friends. */
function addFriend(service: Service, userID: string, item: AddFriend, type: string): number {
  const { world } = service;
  const { To_Account: peer, AddSource = '', AddWording = '', Remark = '' } = item;
  if (world.user(userID).friends.has(peer)) return 30520;
  switch (world.user(peer).profile.get('Tag_Profile_IM_AllowType')) {
    case 'AllowType_Type_DenyAny':
      return 30516;
    case 'AllowType_Type_NeedConfirm':
      requestFriend(service, userID, peer, { wording: AddWording, source: AddSource, remark: Remark });
      return 30539;
    default:
      befriend(service, userID, peer, { remark: Remark, source: AddSource }, type === 'Add_Type_Both');
      return 0;
  }
}

/** Makes `peer` a friend of the user, and by default the other way round; answers what they asked each other. */
export function befriend(
  service: Service,
  userID: string,
  peer: string,
  { remark = '', source = '' }: { readonly remark?: string; readonly source?: string } = {},
  mutual = true,
): void {
  const { world, push } = service;
  const become = (one: string, other: string, note: string) => {
    if (world.user(one).friends.has(other)) return;
    const friend: Friend = { remark: note, source, addTime: world.now(), custom: new Map() };
    world.user(one).friends.set(other, friend);
    push(one, { Event: 7, FriendListMod: [{ PushType: 1, FriendAdd_Account: [other] }] });
  };
  removeFriendRequests(service, userID, peer);
  become(userID, peer, remark);
  if (mutual) become(peer, userID, '');
}

export function unfriend(service: Service, userID: string, peer: string, mutual = true): void {
  const { world, push } = service;
  const leave = (one: string, other: string) => {
    const { friends, friendGroups } = world.user(one);
    if (!friends.delete(other)) return;
    for (const members of friendGroups.values()) members.delete(other);
    push(one, { Event: 7, FriendListMod: [{ PushType: 2, FriendDel_Account: [other] }] });
  };
  leave(userID, peer);
  if (mutual) leave(peer, userID);
}

const remarkTag = 'Tag_SNS_IM_Remark';

/** What the user knows of a friend, the friend's profile included. */
function friendTags(world: World, userID: string, peer: string): Tags | readonly object[] {
  const { friends, friendGroups } = world.user(userID);
  const friend = friends.get(peer);
  if (!friend) return [];
  const groups = [...friendGroups].filter(([, members]) => members.has(peer)).map(([name]) => name);
  const tags = {
    [remarkTag]: friend.remark,
    Tag_SNS_IM_AddSource: friend.source,
    Tag_SNS_IM_AddTime: friend.addTime,
    Tag_SNS_IM_Group: groups,
    ...Object.fromEntries(friend.custom),
  };
  return [...profileTags(world, peer), ...Object.entries(tags).map(([Tag, Value]) => ({ Tag, Value }))];
}

function applyTags(friend: Friend, tags: Tags): void {
  for (const { Tag, Value } of tags) {
    if (Tag === remarkTag) friend.remark = String(Value);
    else friend.custom.set(Tag, String(Value));
  }
}

function relation(world: World, userID: string, peer: string, both: boolean): string {
  const mine = world.user(userID).friends.has(peer);
  if (!both) return mine ? 'CheckResult_Type_AWithB' : 'CheckResult_Type_NoRelation';
  const theirs = world.user(peer).friends.has(userID);
  if (mine) return theirs ? 'CheckResult_Type_BothWay' : 'CheckResult_Type_AWithB';
  return theirs ? 'CheckResult_Type_BWithA' : 'CheckResult_Type_NoRelation';
}
