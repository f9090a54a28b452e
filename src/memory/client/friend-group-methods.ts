import { PEOPLE_SDK_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Account } from './account.ts';
import { response, type SdkResponse } from './context.ts';
import { type FailedUser, FriendGroup } from './friend.ts';
import { failedUser } from './friend-methods.ts';
import type { Friends } from './friends.ts';
import type { Session } from './session.ts';
import { split } from './split.ts';
import { isFilledArray, isText, property, requireParams } from './validate.ts';

/** A failure as these calls list it: the user is under another name than elsewhere. */
export interface FailedMember {
  readonly to: string;
  readonly code: number;
  readonly message: string;
}

interface NamedUsers {
  readonly name: string;
  readonly userIDList: readonly string[];
}

type Changed = SdkResponse<{
  readonly friendGroup: FriendGroup;
  readonly failureUserIDList: readonly FailedMember[];
}>;

/** The lists that friends are sorted into: the calls of the SDK. */
export interface FriendGroupMethods {
  /** From memory: the live objects. */
  readonly getFriendGroupList: () => Promise<SdkResponse<readonly FriendGroup[]>>;
  readonly createFriendGroup: (options: {
    readonly name: string;
    readonly userIDList?: readonly string[];
  }) => Promise<
    SdkResponse<{ readonly friendGroup: FriendGroup; readonly failureUserIDList: readonly FailedUser[] }>
  >;
  /** Answers the group, emptied. */
  readonly deleteFriendGroup: (options: { readonly name: string }) => Promise<SdkResponse<FriendGroup>>;
  /** Users that are no friends are left out without a word. 2.x fires no event. */
  readonly addToFriendGroup: (options: NamedUsers) => Promise<Changed>;
  /** As `addToFriendGroup`. */
  readonly removeFromFriendGroup: (options: NamedUsers) => Promise<Changed>;
  readonly renameFriendGroup: (options: {
    readonly oldName: string;
    readonly newName: string;
  }) => Promise<SdkResponse<FriendGroup>>;
}

/** Wires the calls to the account that is logged in. */
export function createFriendGroupMethods({ whenReady }: Session): FriendGroupMethods {
  return {
    getFriendGroupList: whenReady('getFriendGroupList', ({ context, people }) =>
      context.answer('getFriendGroupList', () => response([...people.friends.groups.values()])),
    ),
    createFriendGroup: whenReady('createFriendGroup', (account, options) => {
      requireParams(isText(property(options, 'name')));
      return create(account, options.name, options.userIDList ?? []);
    }),
    deleteFriendGroup: whenReady('deleteFriendGroup', (account, options) => {
      requireParams(isText(property(options, 'name')));
      return remove(account, options.name);
    }),
    addToFriendGroup: whenReady('addToFriendGroup', (account, options) => {
      requireParams(isText(property(options, 'name')) && isFilledArray(property(options, 'userIDList')));
      return change(account, 'addToFriendGroup', options);
    }),
    removeFromFriendGroup: whenReady('removeFromFriendGroup', (account, options) => {
      requireParams(isText(property(options, 'name')) && isFilledArray(property(options, 'userIDList')));
      return change(account, 'removeFromFriendGroup', options);
    }),
    renameFriendGroup: whenReady('renameFriendGroup', (account, options) => {
      requireParams(isText(property(options, 'oldName')) && isText(property(options, 'newName')));
      return rename(account, options.oldName, options.newName);
    }),
  };
}

function groupOf({ groups }: Friends, name: string): FriendGroup {
  const group = groups.get(name);
  if (group === undefined) throw sdkError(PEOPLE_SDK_REFUSAL.NO_SUCH_FRIEND_GROUP);
  return group;
}

/** Notes with the friends themselves that they are in the group now, or not any more. */
function mark(friends: Friends, userIDs: readonly string[], name: string, isIn: boolean): void {
  for (const friend of userIDs.flatMap((userID) => friends.get(userID) ?? [])) {
    const others = friend.groupList.filter((other) => other !== name);
    if (isIn === friend.groupList.includes(name)) continue;
    friend.setGroups(isIn ? [...others, name] : others);
  }
}

async function create(
  { context: { cloud, request, userID: me }, people: { friends } }: Account,
  name: string,
  userIDList: readonly string[],
): ReturnType<FriendGroupMethods['createFriendGroup']> {
  if (friends.groups.has(name)) throw sdkError(PEOPLE_SDK_REFUSAL.FRIEND_GROUP_EXISTS);
  const results = await request('createFriendGroup', () =>
    cloud.people.friendGroups.create(me, name, userIDList),
  );
  const [done, failed] = split(results, ({ code }) => code === 0);
  const friendGroup = new FriendGroup({ name, userIDList: done.map(({ userID }) => userID) });
  friends.groups.set(name, friendGroup);
  mark(friends, friendGroup.userIDList, name, true);
  friends.announceGroups();
  return response({ friendGroup, failureUserIDList: failed.map(failedUser) });
}

async function remove(
  { context: { cloud, request, userID: me }, people: { friends } }: Account,
  name: string,
): ReturnType<FriendGroupMethods['deleteFriendGroup']> {
  const group = groupOf(friends, name);
  await request('deleteFriendGroup', () => cloud.people.friendGroups.remove(me, name));
  mark(friends, group.userIDList, name, false);
  friends.groups.delete(name);
  // The vendor empties the list and leaves the count.
  group.userIDList = [];
  friends.announceGroups();
  return response(group);
}

async function change(
  { context, people: { friends } }: Account,
  method: 'addToFriendGroup' | 'removeFromFriendGroup',
  { name, userIDList }: NamedUsers,
): Promise<Changed> {
  const group = groupOf(friends, name);
  const isAdding = method === 'addToFriendGroup';
  const known = userIDList.filter((userID) => friends.get(userID) !== undefined);
  const results = await context.request(method, () => {
    const { add, takeOut } = context.cloud.people.friendGroups;
    return (isAdding ? add : takeOut)(context.userID, name, known);
  });
  const [done, failed] = split(results, ({ code }) => code === 0);
  for (const { userID } of done) group[isAdding ? 'add' : 'remove'](userID);
  mark(
    friends,
    done.map(({ userID }) => userID),
    name,
    isAdding,
  );
  if (done.length > 0 && context.flavour === '3.x') friends.announceGroups();
  const failureUserIDList = failed.map(({ userID, code }) => ({ to: userID, code, message: '' }));
  return response({ friendGroup: group, failureUserIDList });
}

async function rename(
  { context: { cloud, request, userID: me }, people: { friends } }: Account,
  oldName: string,
  newName: string,
): ReturnType<FriendGroupMethods['renameFriendGroup']> {
  const group = groupOf(friends, oldName);
  await request('renameFriendGroup', () => cloud.people.friendGroups.rename(me, oldName, newName));
  group.name = newName;
  friends.groups.delete(oldName);
  friends.groups.set(newName, group);
  mark(friends, group.userIDList, oldName, false);
  mark(friends, group.userIDList, newName, true);
  friends.announceGroups();
  return response(group);
}
