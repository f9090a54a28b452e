import { systemClock } from '../shared/clock.ts';
import { TYPES } from '../sdk/constants.ts';
import { type Client, createClient } from './client/create-client.ts';
import { createCloud } from './cloud/cloud.ts';
import { groupConversationID } from './cloud/conversation-ids.ts';
import { createFaults } from './cloud/faults.ts';
import { createHub } from './cloud/hub.ts';
import { createMessaging, endOfConversation } from './cloud/messaging.ts';
import { createWorld, inboxEntry } from './cloud/world.ts';
import { draftText, requireMessage, requireUser } from './draft-text.ts';
import type { MemoryServer, MemoryServerOptions } from './memory-server.ts';
import { createRandom } from './random.ts';
import { createTruth, trueMessage } from './truth.ts';

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
  const random = createRandom(seed);
  const world = createWorld(clock, clockOffset, random);
  const hub = createHub();
  const messaging = createMessaging(world, hub);
  const cloud = createCloud(world, hub, messaging, maxInstances);
  const faults = createFaults();
  const clients: Client[] = [];

  const sendTexts: MemoryServer['sendTexts'] = (texts) => {
    const messages = texts.map((text) => messaging.keep(draftText(world, text), text.time));
    messaging.deliver(messages);
    return messages.map(trueMessage);
  };

  return {
    createSdk: (sdkOptions = {}) => {
      const client = createClient({ clock, latency, cloud, faults, random }, sdkOptions);
      clients.push(client);
      return client.sdk;
    },

    addUser: (userID, profile = {}) => void Object.assign(world.user(userID), profile),

    addGroup: (groupID, { ownerID, memberIDs, name = groupID, avatar = '', type = 'Public' }) => {
      if (world.users.has(groupID) || world.groups.has(groupID)) {
        throw new Error(`unable to add the group "${groupID}"; a user or group has this ID`);
      }
      const members = new Set([ownerID, ...memberIDs]);
      const createTime = Math.floor(world.now() / 1000);
      for (const userID of members) inboxEntry(requireUser(world, userID), groupConversationID(groupID));
      world.groups.set(groupID, {
        groupID,
        name,
        avatar,
        type,
        ownerID,
        createTime,
        memberIDs: members,
        messages: [],
      });
    },

    setProfile: (userID, profile) => void Object.assign(requireUser(world, userID), profile),

    sendText: (text) => {
      const message = messaging.keep(draftText(world, text), text.time);
      messaging.deliver([message]);
      return trueMessage(message);
    },
    sendTexts,

    redeliver: (messageID) => messaging.deliver([requireMessage(world, messageID)]),

    revoke: (messageID, revokerID) => {
      const message = requireMessage(world, messageID);
      messaging.revoke(message, revokerID ?? message.from);
    },

    markRead: (userID, conversationID) => {
      requireUser(world, userID);
      messaging.markRead(userID, conversationID, endOfConversation(world, userID, conversationID));
    },

    setRemindType: (userID, conversationID, remindType) => {
      inboxEntry(requireUser(world, userID), conversationID).remindType = remindType;
      hub.push(userID, { kind: 'remindType', conversationID, remindType });
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
        },
        restore: () => {
          for (const { connection } of switched()) connection.restore();
        },
        isUp: () => switched().every(({ connection }) => connection.isUp()),
      };
    },

    kick: (userID, type = TYPES.KICKED_OUT_MULT_ACCOUNT) => {
      for (const connection of hub.of(userID)) hub.kick(connection, type);
    },

    failNext: (method, { code, message = '', ...which }) =>
      faults.add(method, { kind: 'fail', code, message }, which),
    hangNext: (method, which = {}) => faults.add(method, { kind: 'hang' }, which),
    clearFaults: faults.clear,

    truth: createTruth(world, hub),
  };
}
