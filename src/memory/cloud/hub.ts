import type { Connection } from './connection.ts';
import type { Push } from './wire.ts';

/** Who is logged in, and with which clients. */
export interface Hub {
  /** The user's clients, the longest logged in first. */
  readonly of: (userID: string) => readonly Connection[];
  /** The client is this user's from now on, whoever's it was. */
  readonly join: (userID: string, connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  /** Tells all clients of the user, but for the one that did it. */
  readonly push: (userID: string, push: Push, except?: Connection) => void;
  /** Ends the login of one client. */
  readonly kick: (connection: Connection, type: string) => void;
}

/** Nobody is logged in at first. */
export function createHub(): Hub {
  const clients = new Map<string, readonly Connection[]>();
  const users = new Map<Connection, string>();

  const of = (userID: string): readonly Connection[] => clients.get(userID) ?? [];

  const leave = (connection: Connection): void => {
    const userID = users.get(connection);
    if (userID === undefined) return;
    users.delete(connection);
    clients.set(
      userID,
      of(userID).filter((other) => other !== connection),
    );
  };

  return {
    of,
    leave,
    join: (userID, connection) => {
      leave(connection);
      users.set(connection, userID);
      clients.set(userID, [...of(userID), connection]);
    },
    push: (userID, push, except) => {
      for (const connection of of(userID)) if (connection !== except) connection.push(push);
    },
    kick: (connection, type) => {
      leave(connection);
      connection.push({ kind: 'kickedOut', type });
    },
  };
}
