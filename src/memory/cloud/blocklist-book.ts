import { PEOPLE_REFUSAL } from '../codes.ts';
import type { FriendBook } from './friend-book.ts';
import type { Notify } from './notify.ts';
import type { UserResult } from './people-wire.ts';
import type { World } from './world.ts';

/** Who does not want to hear from whom. */
export interface BlocklistBook {
  readonly of: (userID: string) => readonly string[];
  /** Ends the friendship, both ways. */
  readonly block: (userID: string, otherIDs: readonly string[]) => readonly UserResult[];
  readonly unblock: (userID: string, otherIDs: readonly string[]) => readonly UserResult[];
}

/** The blocklists of one world. */
export function createBlocklistBook(world: World, friendBook: FriendBook, notify: Notify): BlocklistBook {
  const blockedBy = (userID: string): Set<string> => world.user(userID).relations.blocked;

  const tell = (
    kind: 'blocked' | 'unblocked',
    userID: string,
    results: readonly UserResult[],
  ): readonly UserResult[] => {
    const userIDs = results.filter(({ code }) => code === 0).map((result) => result.userID);
    if (userIDs.length > 0) notify(userID, { kind, userIDs });
    return results;
  };

  return {
    of: (userID) => [...blockedBy(userID)],

    block: (userID, otherIDs) => {
      const results = otherIDs.map((otherID) => {
        if (!world.users.has(otherID)) return { userID: otherID, code: PEOPLE_REFUSAL.NO_SUCH_ACCOUNT };
        if (blockedBy(userID).has(otherID)) return { userID: otherID, code: PEOPLE_REFUSAL.ALREADY_BLOCKED };
        blockedBy(userID).add(otherID);
        friendBook.part(userID, otherID);
        return { userID: otherID, code: 0 };
      });
      return tell('blocked', userID, results);
    },

    unblock: (userID, otherIDs) => {
      const results = otherIDs.map((otherID) => ({
        userID: otherID,
        code: blockedBy(userID).delete(otherID) ? 0 : PEOPLE_REFUSAL.NOT_BLOCKED,
      }));
      return tell('unblocked', userID, results);
    },
  };
}

/** Whether one of the two has blocked the other: then no message passes between them. */
export function isBlockedBetween(world: World, userID: string, otherID: string): boolean {
  const hasBlocked = (one: string, another: string): boolean =>
    world.users.get(one)?.relations.blocked.has(another) === true;
  return hasBlocked(userID, otherID) || hasBlocked(otherID, userID);
}
