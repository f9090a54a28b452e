import { PEOPLE_REFUSAL } from '../codes.ts';
import type { UserResult } from './people-wire.ts';
import type { World } from './world.ts';

/** The lists that a user sorts friends into. Other clients of the user learn of them only when they come into step. */
export interface FriendGroupBook {
  /** Those that are no friends are refused one by one. */
  readonly create: (userID: string, name: string, friendIDs: readonly string[]) => readonly UserResult[];
  readonly remove: (userID: string, name: string) => void;
  readonly rename: (userID: string, oldName: string, newName: string) => void;
  readonly add: (userID: string, name: string, friendIDs: readonly string[]) => readonly UserResult[];
  readonly takeOut: (userID: string, name: string, friendIDs: readonly string[]) => readonly UserResult[];
}

/** The friend groups of one world. */
export function createFriendGroupBook(world: World): FriendGroupBook {
  const each = (
    userID: string,
    friendIDs: readonly string[],
    strangerCode: number,
    change: (groupNames: Set<string>) => number,
  ): readonly UserResult[] =>
    friendIDs.map((friendID) => {
      const friendship = world.user(userID).relations.friends.get(friendID);
      const code = friendship === undefined ? strangerCode : change(friendship.groupNames);
      return { userID: friendID, code };
    });

  return {
    create: (userID, name, friendIDs) => {
      world.user(userID).relations.friendGroups.add(name);
      return each(userID, friendIDs, PEOPLE_REFUSAL.NEW_GROUP_NOT_A_FRIEND, (names) => {
        names.add(name);
        return 0;
      });
    },

    remove: (userID, name) => {
      const { friends, friendGroups } = world.user(userID).relations;
      friendGroups.delete(name);
      for (const { groupNames } of friends.values()) groupNames.delete(name);
    },

    rename: (userID, oldName, newName) => {
      const { friends, friendGroups } = world.user(userID).relations;
      friendGroups.delete(oldName);
      friendGroups.add(newName);
      for (const { groupNames } of friends.values()) {
        if (groupNames.delete(oldName)) groupNames.add(newName);
      }
    },

    add: (userID, name, friendIDs) =>
      each(userID, friendIDs, PEOPLE_REFUSAL.GROUP_NOT_A_FRIEND, (names) => {
        if (names.has(name)) return PEOPLE_REFUSAL.ALREADY_IN_GROUP;
        names.add(name);
        return 0;
      }),

    takeOut: (userID, name, friendIDs) =>
      each(userID, friendIDs, PEOPLE_REFUSAL.GROUP_NOT_A_FRIEND, (names) =>
        names.delete(name) ? 0 : PEOPLE_REFUSAL.NOT_IN_GROUP,
      ),
  };
}
