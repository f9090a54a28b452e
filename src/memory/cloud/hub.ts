import type { Connection } from './connection.ts';
import type { PushLine } from './push-line.ts';
import type { Push } from './wire.ts';

/** Who is logged in, and with which clients. */
export interface Hub {
  /** The user's clients, the longest logged in first. */
  readonly of: (userID: string) => readonly Connection[];
  /**
   * The client is this user's from now on, whoever's it was. If it left as the same user, it is told what happened
   * since: it may not know that it left, the answer to its logout being lost.
   */
  readonly join: (userID: string, connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  /** Tells all clients of the user, but for the one that did it. */
  readonly push: (userID: string, push: Push, except?: Connection) => void;
  /** Who is not logged in listens to an audio-video room, one at a time, until `leave` or `join`. */
  readonly watch: (groupID: string, connection: Connection) => void;
  readonly watchers: (groupID: string) => readonly Connection[];
  /** The signatures of the user's clients are worth nothing from now on. */
  readonly expire: (userID: string) => void;
  readonly isExpired: (connection: Connection) => boolean;
  /** Ends the login of one client. */
  readonly kick: (connection: Connection, type: string) => void;
}

/**
 * Nobody is logged in at first. A signature is good for `lifetime` milliseconds after the login. `onChange` is called
 * when clients have come or gone. Pushes go by `line`.
 */
export function createHub(now: () => number, lifetime: number, line: PushLine, onChange: () => void): Hub {
  /** When the signature of each client's login expires, milliseconds. */
  const expiries = new WeakMap<Connection, number>();
  const clients = new Map<string, readonly Connection[]>();
  const users = new Map<Connection, string>();
  /** Who has left: as whom, and what was told since. */
  const gone = new Map<Connection, { readonly userID: string; readonly missed: Push[] }>();
  /** The room that each listener listens to. */
  const watched = new Map<Connection, string>();

  const of = (userID: string): readonly Connection[] => clients.get(userID) ?? [];

  const leave = (connection: Connection): void => {
    watched.delete(connection);
    const userID = users.get(connection);
    if (userID === undefined) return;
    users.delete(connection);
    gone.set(connection, { userID, missed: [] });
    clients.set(
      userID,
      of(userID).filter((other) => other !== connection),
    );
    onChange();
  };

  return {
    of,
    leave,
    join: (userID, connection) => {
      leave(connection);
      const before = gone.get(connection);
      gone.delete(connection);
      if (before?.userID === userID) for (const push of before.missed) connection.push(push);
      users.set(connection, userID);
      expiries.set(connection, now() + lifetime);
      clients.set(userID, [...of(userID), connection]);
      onChange();
    },
    push: (userID, push, except) => {
      for (const connection of of(userID)) if (connection !== except) line(userID, push, connection);
      for (const left of gone.values()) if (left.userID === userID) left.missed.push(push);
    },
    watch: (groupID, connection) => {
      gone.delete(connection);
      watched.set(connection, groupID);
    },
    watchers: (groupID) =>
      [...watched].filter(([, room]) => room === groupID).map(([connection]) => connection),
    expire: (userID) => {
      for (const connection of of(userID)) expiries.set(connection, now());
    },
    isExpired: (connection) => now() >= (expiries.get(connection) ?? Number.POSITIVE_INFINITY),
    kick: (connection, type) => {
      leave(connection);
      connection.push({ kind: 'kickedOut', type });
    },
  };
}
