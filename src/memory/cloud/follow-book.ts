import { PEOPLE_REFUSAL } from '../codes.ts';
import type { Notify } from './notify.ts';
import type { FullProfile, UserResult } from './people-wire.ts';
import { fullProfileOf } from './profile-book.ts';
import type { World } from './world.ts';

/** The lists of followers. A check of two users numbers the first two the other way round, as the service does. */
export const FOLLOW = { FOLLOWERS: 1, FOLLOWING: 2, MUTUAL: 3 } as const;

/** One of a list of followers or followed. */
export interface Follower extends FullProfile {
  /** Seconds. */
  readonly followTime: number;
}

/** Who follows whom. */
export interface FollowBook {
  readonly follow: (userID: string, otherIDs: readonly string[]) => readonly UserResult[];
  readonly unfollow: (userID: string, otherIDs: readonly string[]) => readonly UserResult[];
  /** `type` is one of `FOLLOW`. */
  readonly list: (userID: string, type: number) => readonly Follower[];
  /** 0 for none, 1 for one that the user follows, 2 for one that follows the user, 3 for both. */
  readonly check: (userID: string, otherID: string) => number;
}

/** The followers of one world. */
export function createFollowBook(world: World, notify: Notify): FollowBook {
  const followedBy = (userID: string): ReadonlyMap<string, number> =>
    world.users.get(userID)?.relations.following ?? new Map();

  const typeOf = (userID: string, otherID: string): number =>
    (followedBy(otherID).has(userID) ? FOLLOW.FOLLOWERS : 0) +
    (followedBy(userID).has(otherID) ? FOLLOW.FOLLOWING : 0);

  /** Both sides hear in which of their lists the other one has come up, or is gone from. */
  const tell = (userID: string, otherID: string, isAdd: boolean, wasMutual: boolean): void => {
    const say = (who: string, whom: string, type: number): void =>
      notify(who, { kind: 'follow', type, isAdd, profile: fullProfileOf(world.user(whom)) });
    say(userID, otherID, FOLLOW.FOLLOWING);
    say(otherID, userID, FOLLOW.FOLLOWERS);
    if (wasMutual === (typeOf(userID, otherID) === FOLLOW.MUTUAL)) return;
    say(userID, otherID, FOLLOW.MUTUAL);
    say(otherID, userID, FOLLOW.MUTUAL);
  };

  const change = (userID: string, otherIDs: readonly string[], isAdd: boolean): readonly UserResult[] =>
    otherIDs.map((otherID) => {
      if (!world.users.has(otherID)) return { userID: otherID, code: PEOPLE_REFUSAL.NO_SUCH_ACCOUNT };
      const { following } = world.user(userID).relations;
      if (following.has(otherID) === isAdd) return { userID: otherID, code: 0 };
      const wasMutual = typeOf(userID, otherID) === FOLLOW.MUTUAL;
      if (isAdd) following.set(otherID, Math.floor(world.now() / 1000));
      else following.delete(otherID);
      tell(userID, otherID, isAdd, wasMutual);
      return { userID: otherID, code: 0 };
    });

  return {
    check: (userID, otherID) => typeOf(otherID, userID),
    follow: (userID, otherIDs) => change(userID, otherIDs, true),
    unfollow: (userID, otherIDs) => change(userID, otherIDs, false),

    list: (userID, type) =>
      [...world.users.values()].flatMap((other) => {
        const isIn = (typeOf(userID, other.userID) & type) === type;
        const source = type === FOLLOW.FOLLOWERS ? followedBy(other.userID) : followedBy(userID);
        const followTime = source.get(type === FOLLOW.FOLLOWERS ? userID : other.userID) ?? 0;
        return isIn ? [{ ...fullProfileOf(other), followTime }] : [];
      }),
  };
}
