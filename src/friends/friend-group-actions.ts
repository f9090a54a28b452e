import type { ActionContext } from '../action-context.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { recordOf } from '../shared/fields.ts';
import { requireIDs, requireNames } from '../shared/limits.ts';
import type { UserFailure } from '../shared/outcomes.ts';
import { readFailures, readUserIDs } from '../shared/outcomes.ts';
import { without } from '../shared/without.ts';
import type { FriendGroup } from './friend.ts';
import { readFriendGroups } from './normalize-friend.ts';
import { membersOf } from './reduce-friends.ts';

/** What can be done to my lists of friends. A name has at most 30 bytes. No server tells my other devices of these. */
export interface FriendGroupActions {
  /** Fetches my lists of friends. Follows the SDK's `getFriendGroupList`. */
  readonly getGroupList: () => Promise<readonly FriendGroup[]>;
  /** Makes a list, with these friends in it, or none. Follows the SDK's `createFriendGroup`. */
  readonly createGroup: (name: string, userIDs?: readonly string[]) => Promise<FriendGroupOutcome>;
  /** Deletes a list; the friends stay. Follows the SDK's `deleteFriendGroup`. */
  readonly deleteGroup: (name: string) => Promise<void>;
  /** Follows the SDK's `renameFriendGroup`. */
  readonly renameGroup: (oldName: string, newName: string) => Promise<void>;
  /** Puts friends into a list; the SDK leaves out who is no friend. Follows the SDK's `addToFriendGroup`. */
  readonly addToGroup: (name: string, userIDs: readonly string[]) => Promise<FriendGroupOutcome>;
  /** Takes friends out of a list. Follows the SDK's `removeFromFriendGroup`. */
  readonly removeFromGroup: (name: string, userIDs: readonly string[]) => Promise<FriendGroupOutcome>;
}

/** A list of friends after a change, and for whom it failed. */
export interface FriendGroupOutcome {
  readonly friendGroup: FriendGroup;
  readonly failureUserIDList: readonly UserFailure[];
}

/** The actions on lists of friends. */
export function createFriendGroupActions(context: ActionContext): FriendGroupActions {
  const { ask, dispatch, getState } = context;
  const find = (name: string): FriendGroup | undefined =>
    getState().friends.groups.find((group) => group.name === name);
  const changed = async (
    name: string,
    newName: string | undefined,
    added: readonly string[] = [],
    removed: readonly string[] = [],
  ): Promise<void> => dispatch({ type: 'friendGroupChanged', name, newName, added, removed });

  const change =
    (method: OptionalSdkMethod, isIn: boolean) =>
    async (name: string, userIDs: readonly string[]): Promise<FriendGroupOutcome> => {
      requireNames(method, { name }, 30);
      requireIDs(method, 'userIDs', userIDs);
      return members(await ask(method, { name, userIDList: [...userIDs] }), name, userIDs, isIn);
    };
  /** The answer's list may be an old one: what was asked for counts, and it serves where the state has none. */
  const members = async (
    answer: unknown,
    name: string,
    userIDs: readonly string[],
    isIn: boolean,
  ): Promise<FriendGroupOutcome> => {
    const { friendGroup, failureUserIDList } = recordOf(answer);
    const failures = readFailures(failureUserIDList);
    const failed = failures.map(({ userID }) => userID);
    const { byID } = getState().friends;
    const asked = without(userIDs, failed).filter((ID) => byID.get(ID) !== undefined);
    const told = find(name) === undefined ? readUserIDs(recordOf(friendGroup)['userIDList']) : [];
    await changed(name, name, isIn ? [...told, ...asked] : told, isIn ? [] : asked);
    return Object.freeze({
      friendGroup: find(name) ?? Object.freeze({ name, ...membersOf(Object.freeze([])) }),
      failureUserIDList: Object.freeze(failures),
    });
  };

  return {
    getGroupList: async () => {
      const groups = readFriendGroups(context, await ask('getFriendGroupList'));
      await dispatch({ type: 'friendGroupsLoaded', groups });
      return groups;
    },
    createGroup: async (name, userIDs = []) => {
      requireNames('createFriendGroup', { name }, 30);
      if (userIDs.length > 0) requireIDs('createFriendGroup', 'userIDs', userIDs);
      return members(await ask('createFriendGroup', { name, userIDList: [...userIDs] }), name, userIDs, true);
    },
    deleteGroup: async (name) => {
      requireNames('deleteFriendGroup', { name }, 30);
      await ask('deleteFriendGroup', { name });
      await changed(name, undefined);
    },
    renameGroup: async (oldName, newName) => {
      requireNames('renameFriendGroup', { oldName, newName }, 30);
      await ask('renameFriendGroup', { oldName, newName });
      await changed(oldName, newName);
    },
    addToGroup: change('addToFriendGroup', true),
    removeFromGroup: change('removeFromFriendGroup', false),
  };
}
