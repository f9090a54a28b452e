import { systemClock } from '../shared/clock.ts';
import { TYPES } from '../sdk/constants.ts';
import { type Client, createClient } from './client/create-client.ts';
import type { UploadedFile } from './client/upload-surroundings.ts';
import { createCloud } from './cloud/cloud.ts';
import { createFaults } from './cloud/faults.ts';
import { createGroupChanges } from './cloud/group-changes.ts';
import { createGroupCloud } from './cloud/group-cloud.ts';
import { createGroupDoor } from './cloud/group-door.ts';
import { createGroupTips } from './cloud/group-tips.ts';
import { createHub } from './cloud/hub.ts';
import { createMessaging, endOfConversation } from './cloud/messaging.ts';
import { createNotify } from './cloud/notify.ts';
import { createPushLine } from './cloud/push-line.ts';
import { createPeopleCloud } from './cloud/people-cloud.ts';
import { createTopicCloud } from './cloud/topic-cloud.ts';
import { createWorld, inboxEntry } from './cloud/world.ts';
import type { MemorySdk, MemorySdkOptions } from './memory-sdk.ts';
import type { MemoryServer, MemoryServerOptions } from './memory-server.ts';
import { createMessageControl } from './message-control.ts';
import { createGroupControl } from './group-control.ts';
import { createPeopleControl } from './people-control.ts';
import { createRandom } from './random.ts';
import { requireUser } from './require-user.ts';
import { createTim } from './create-tim.ts';
import { sow } from './seed.ts';
import { createTruth } from './truth.ts';

/**
 * A chat service in memory, with clients that speak the vendor's dialect, hazards included.
 *
 * @example
 * const server = createMemoryServer();
 * server.addUser('me');
 * server.addUser('alice', { nick: 'Alice' });
 * server.sendText({ from: 'alice', to: 'me', text: 'hello' });
 * const sdk = server.createSdk();
 * await sdk.login({ userID: 'me', userSig: 'any' });
 */
export function createMemoryServer(options: MemoryServerOptions = {}): MemoryServer {
  const { clock = systemClock, latency = 0, seed = 1, clockOffset = 0, maxInstances = 1 } = options;
  const { flavour: defaultFlavour = '3.x' } = options;
  const { maxGroups = Number.POSITIVE_INFINITY, uploadTime = 0, uploadURL = madeUpURL } = options;
  const uploads = { time: uploadTime, urlOf: uploadURL };
  const { userSigLifetime = Number.POSITIVE_INFINITY } = options;
  const random = createRandom(seed);
  const world = createWorld(clock, clockOffset, random);
  // A chance of its own, so that a fault changes no IDs.
  const faults = createFaults(createRandom(seed + 1));
  const line = createPushLine(clock, faults);
  const hub = createHub(world.now, userSigLifetime, line, () => people.presence.refresh());
  const people = createPeopleCloud(world, hub, createNotify(clock, hub));
  const messaging = createMessaging(world, hub);
  const tips = createGroupTips(world, messaging);
  const groupChanges = createGroupChanges(world, tips);
  const door = createGroupDoor(world, maxGroups);
  const topics = createTopicCloud(world, hub, door);
  const groups = createGroupCloud(world, hub, door, groupChanges, tips);
  const cloud = createCloud(world, hub, messaging, people, groups, topics, maxInstances, options);
  const clients: Client[] = [];

  const createSdk = (sdkOptions: MemorySdkOptions = {}): MemorySdk => {
    const surroundings = { clock, latency, cloud, faults, random, uploads };
    const client = createClient(surroundings, { flavour: defaultFlavour, ...sdkOptions });
    clients.push(client);
    return client.sdk;
  };

  const server: MemoryServer = {
    ...createPeopleControl(world, people),
    ...createGroupControl(world, groupChanges, tips, topics, hub),
    ...createMessageControl(world, hub, messaging),

    TIM: createTim(createSdk, defaultFlavour),
    createSdk,

    addUser: (userID, profile = {}) => people.profiles.set(userID, profile),

    setProfile: (userID, profile) => {
      requireUser(world, userID);
      people.profiles.set(userID, profile);
    },

    markRead: (userID, conversationID) => {
      requireUser(world, userID);
      messaging.markRead(userID, conversationID, endOfConversation(world, userID, conversationID));
    },

    setRemindType: (userID, conversationID, remindType) => {
      inboxEntry(requireUser(world, userID), conversationID);
      people.rows.mute(userID, conversationID, remindType);
    },

    network: (target) => {
      const switched = (): readonly Client[] =>
        clients.filter(({ sdk, userID }) => sdk === target || userID() === target);
      if (switched().length === 0) {
        const which =
          typeof target === 'string' ? `is logged in as "${target}"` : 'of this server is this SDK';
        throw new Error(`unable to find the network; no client ${which}`);
      }
      return {
        cut: () => {
          for (const { connection } of switched()) connection.cut();
          people.presence.refresh();
        },
        halfOpen: () => {
          for (const { connection } of switched()) connection.halfOpen();
        },
        restore: () => {
          for (const { connection } of switched()) connection.restore();
        },
        isUp: () => switched().every(({ connection }) => connection.isUp()),
      };
    },

    expireUserSig: (userID) => {
      requireUser(world, userID);
      hub.expire(userID);
    },

    kick: (userID, type = TYPES.KICKED_OUT_MULT_ACCOUNT) => {
      for (const connection of hub.of(userID)) hub.kick(connection, type);
    },

    failNext: (method, { code, message = '', ...which }) =>
      void faults.calls({ kind: 'fail', code, message }, { method, ...which }),
    hangNext: (method, which = {}) => void faults.calls({ kind: 'hang' }, { method, ...which }),
    clearFaults: faults.clear,
    faults: { calls: faults.calls, pushes: faults.pushes, clear: faults.clear },

    truth: createTruth(world, hub),
    seed: (seed) => sow(server, seed),
  };
  return server;
}

/** Nothing is there, but it is the same at every run. */
function madeUpURL({ uuid }: UploadedFile): string {
  return `https://files.memory.invalid/${uuid}`;
}
