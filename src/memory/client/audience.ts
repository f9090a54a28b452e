import { EVENT, TYPES } from '../../sdk/constants.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Connection } from '../cloud/connection.ts';
import type { Push } from '../cloud/wire.ts';
import { GROUP_REFUSAL, SERVER_REFUSAL } from '../codes.ts';
import type { Flavour } from '../flavour.ts';
import { isSdkError, sdkError } from '../sdk-error.ts';
import type { Emitter } from './emitter.ts';
import { Group } from './group.ts';
import { messageFromWire } from './message.ts';

/** Listening to an audio-video room without being logged in: messages come, and nothing else does. */
export interface Audience {
  /** Answers one of `TYPES.JOIN_STATUS_*`. Leaves the room that it was in. 2662 for any other kind of group. */
  readonly enter: (groupID: string) => Promise<string>;
  /** Answers whether it was in this room. */
  readonly leave: (groupID: string) => boolean;
  /** How many are in the room; 0 for another one. */
  readonly count: (groupID: string) => Promise<number>;
  /** The network is back. */
  readonly resume: () => void;
  /** Who logs in listens no more. */
  readonly end: () => void;
  readonly receive: (push: Push) => void;
}

interface AudienceOptions {
  readonly cloud: Cloud;
  readonly connection: Connection;
  readonly emitter: Emitter;
  readonly flavour: Flavour;
}

/** One client's. It is in no room at first. */
export function createAudience({ cloud, connection, emitter, flavour }: AudienceOptions): Audience {
  let room: Group | undefined;

  const announce = (): void =>
    emitter.emit({ name: EVENT.GROUP_LIST_UPDATED, data: room === undefined ? [] : [room] });

  const watch = (groupID: string): Promise<void> =>
    connection.request(() => cloud.groups.watch(groupID, connection));

  const refuse = (error: unknown): never => {
    const isOtherKind = isSdkError(error) && error.code === SERVER_REFUSAL.NO_PERMISSION;
    throw isOtherKind ? sdkError(GROUP_REFUSAL.ONLY_ROOMS_WITHOUT_LOGIN) : error;
  };

  return {
    enter: async (groupID) => {
      if (room?.groupID === groupID) return TYPES.JOIN_STATUS_ALREADY_IN_GROUP;
      await watch(groupID).catch(refuse);
      room = new Group(groupID, '');
      announce();
      return TYPES.JOIN_STATUS_SUCCESS;
    },

    leave: (groupID) => {
      if (room?.groupID !== groupID) return false;
      cloud.signOut(connection);
      room = undefined;
      announce();
      return true;
    },

    count: (groupID) => {
      if (room?.groupID !== groupID) return Promise.resolve(0);
      return connection.request(() => cloud.groups.onlineCount(groupID));
    },

    resume: () => {
      // Without an answer the next restoration of the network tries again.
      if (room !== undefined) watch(room.groupID).catch(() => undefined);
    },

    end: () => {
      room = undefined;
    },

    receive: (push) => {
      if (room === undefined || push.kind !== 'overheard') return;
      const data = [messageFromWire(flavour, push.message, '')];
      emitter.emit({ name: EVENT.MESSAGE_RECEIVED, data });
    },
  };
}
