import type { PushEvent, WireMessage } from './wire.ts';

export interface User {
  readonly userID: string;
  readonly tinyID: string;
  nick: string;
  avatar: string;
  /** What happened in the user's C2C conversations, oldest first; a client that was away catches up from it. */
  readonly inbox: PushEvent[];
  /** Per peer, the time in seconds up to which the user has read; per group, the sequence. */
  readonly read: Map<string, number>;
  /** Per peer, how messages are announced: 0 with a notification, 1 not received at all, 2 without a notification. */
  readonly remind: Map<string, number>;
}

export interface Group {
  readonly groupID: string;
  readonly name: string;
  readonly members: Set<string>;
  readonly messages: WireMessage[];
}

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
  /** The time now, in seconds. */
  readonly now: () => number;
  /** Numbers that are used once, for sequences and randoms. */
  readonly next: () => number;
}

export function createWorld(): World {
  const users = new Map<string, User>();
  const pairs = new Map<string, WireMessage[]>();
  let counter = 1000;

  return {
    user(userID) {
      const tinyID = `1441152${10_000_000_000 + users.size}`; // real ones are as long
      const maps = { read: new Map<string, number>(), remind: new Map<string, number>() };
      const user = users.get(userID) ?? { userID, tinyID, nick: '', avatar: '', inbox: [], ...maps };
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
