import type { Connection } from './connection.ts';
import type { Push } from './wire.ts';

/** Who is logged in, and with which clients. */
export interface Hub {
  /** The user's clients, the longest logged in first. */
  readonly of: (userID: string) => readonly Connection[];
  readonly join: (userID: string, connection: Connection) => void;
  readonly leave: (userID: string, connection: Connection) => void;
  /** Tells all clients of the user, but for the one that did it. */
  readonly push: (userID: string, push: Push, except?: Connection) => void;
  /** Ends the login of one client. */
  readonly kick: (userID: string, connection: Connection, type: string) => void;
}

export function createHub(): Hub {
  const clients = new Map<string, readonly Connection[]>();
  const of = (userID: string): readonly Connection[] => clients.get(userID) ?? [];
  const leave = (userID: string, connection: Connection): void => {
    clients.set(
      userID,
      of(userID).filter((other) => other !== connection),
    );
  };
  return {
    of,
    leave,
    join: (userID, connection) => {
      clients.set(userID, [...of(userID), connection]);
    },
    push: (userID, push, except) => {
      for (const connection of of(userID)) if (connection !== except) connection.push(push);
    },
    kick: (userID, connection, type) => {
      leave(userID, connection);
      connection.push({ kind: 'kickedOut', type });
    },
  };
}
