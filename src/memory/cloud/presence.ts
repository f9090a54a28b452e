import { TYPES } from '../../sdk/constants.ts';
import type { Hub } from './hub.ts';
import type { Notify } from './notify.ts';
import type { UserStatus } from './people-wire.ts';
import type { World } from './world.ts';

/** Who is there, and who wants to know. */
export interface Presence {
  /** Leaves out users that do not exist. */
  readonly get: (userIDs: readonly string[]) => readonly UserStatus[];
  /** The user says something about being there; forgotten when the last client is gone. */
  readonly setCustom: (userID: string, customStatus: string) => void;
  /** For users without clients: takes them for being there, or not, from now on. */
  readonly pretend: (userID: string, statusType: number) => void;
  readonly watch: (userID: string, otherIDs: readonly string[]) => void;
  /** No longer of these; of nobody, when none are named. */
  readonly unwatch: (userID: string, otherIDs: readonly string[]) => void;
  /** Clients have come, gone, or lost the network: tells those who want to know what is different now. */
  readonly refresh: () => void;
}

/** How many users one user may watch: a further one drops the one watched longest. */
const MAX_WATCHED = 200;

/** The presence of the users of one world. */
export function createPresence(world: World, hub: Hub, notify: Notify): Presence {
  const told = new Map<string, string>();
  const pretended = new Map<string, number>();

  const statusOf = (userID: string): UserStatus => {
    const clients = hub.of(userID);
    const here = clients.some((client) => client.isUp())
      ? TYPES.USER_STATUS_ONLINE
      : clients.length > 0
        ? TYPES.USER_STATUS_OFFLINE
        : (pretended.get(userID) ?? TYPES.USER_STATUS_UNLOGINED);
    return { userID, statusType: here, customStatus: world.user(userID).relations.customStatus };
  };

  const refresh = (): void => {
    for (const { userID, relations } of world.users.values()) {
      if (hub.of(userID).length === 0) {
        relations.watched.clear();
        if (!pretended.has(userID)) relations.customStatus = '';
      }
      const status = statusOf(userID);
      const key = `${status.statusType} ${status.customStatus}`;
      const before = told.get(userID) ?? `${TYPES.USER_STATUS_UNLOGINED} `;
      told.set(userID, key);
      if (key === before) continue;
      for (const other of world.users.values()) {
        if (other.relations.watched.has(userID)) {
          notify(other.userID, { kind: 'statuses', statuses: [status] });
        }
      }
    }
  };

  return {
    refresh,
    get: (userIDs) => userIDs.filter((userID) => world.users.has(userID)).map(statusOf),

    setCustom: (userID, customStatus) => {
      world.user(userID).relations.customStatus = customStatus;
      refresh();
    },

    pretend: (userID, statusType) => {
      pretended.set(userID, statusType);
      refresh();
    },

    watch: (userID, otherIDs) => {
      const { watched } = world.user(userID).relations;
      for (const otherID of otherIDs) {
        watched.delete(otherID);
        watched.add(otherID);
      }
      for (const oldest of [...watched].slice(0, -MAX_WATCHED)) watched.delete(oldest);
    },

    unwatch: (userID, otherIDs) => {
      const { watched } = world.user(userID).relations;
      for (const otherID of otherIDs.length === 0 ? [...watched] : otherIDs) watched.delete(otherID);
    },
  };
}
