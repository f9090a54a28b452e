import type { Group } from './group.ts';
import { createUser, type User } from './user.ts';
import type { WireMessage } from './wire.ts';

/** What the cloud keeps. */
export interface World {
  /** The user with this ID; unknown ones come into being. */
  readonly user: (userID: string) => User;
  readonly userByTinyID: (tinyID: string) => User | undefined;
  readonly groups: Map<string, Group>;
  /** The messages between two users, in the order in which they came. */
  readonly c2c: (one: string, other: string) => WireMessage[];
  /** The peers with whom the user has messages. */
  readonly peers: (userID: string) => readonly string[];
  /** Those who have sent a receipt for the message. */
  readonly readers: (message: WireMessage) => Set<string>;
  /** The time now, in seconds. */
  readonly now: () => number;
  /** Numbers that are used once, for sequences and randoms. */
  readonly next: () => number;
}

export function createWorld(): World {
  const users = new Map<string, User>();
  const pairs = new Map<string, WireMessage[]>();
  const readers = new WeakMap<WireMessage, Set<string>>();
  let counter = 1000;

  return {
    user(userID) {
      // Real numbers are as long.
      const user = users.get(userID) ?? createUser(userID, `1441152${10_000_000_000 + users.size}`);
      users.set(userID, user);
      return user;
    },
    userByTinyID: (tinyID) => [...users.values()].find((user) => user.tinyID === tinyID),
    groups: new Map(),
    c2c(one, other) {
      const key = pairKey(one, other);
      const messages = pairs.get(key) ?? [];
      pairs.set(key, messages);
      return messages;
    },
    peers: (userID) => [...users.keys()].filter((peer) => pairs.has(pairKey(userID, peer))),
    readers(message) {
      const known = readers.get(message) ?? new Set();
      readers.set(message, known);
      return known;
    },
    now: () => Math.floor(Date.now() / 1000),
    next: () => ++counter,
  };
}

const pairKey = (one: string, other: string): string => JSON.stringify([one, other].sort());

/** What `peer` wrote to the user and the user has not read; recalled messages do not count. */
export function unreadC2C(world: World, userID: string, peer: string): readonly WireMessage[] {
  const readTime = world.user(userID).read.get(peer) ?? 0;
  const received = world
    .c2c(userID, peer)
    .filter((m) => m.From_Account === peer && m.RevokerInfo === undefined);
  return received.filter((m) => m.MsgTimeStamp > readTime);
}
