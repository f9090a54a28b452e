import type { ConversationID } from 'tim-reactive';
import type { World, WorldOptions } from './world.ts';
import { createWorld } from './world.ts';

/** How many messages `me` has from alice, and in the team; in each room there is one. */
export const HISTORY = 200;

/** How a busy world is made. */
export interface BusyWorldOptions extends WorldOptions {
  /** How many conversations there are, with alice, bob, the team and rooms; 1,000 unless told. */
  readonly conversations?: number;
}

/** A world with many conversations, a minute after anything was said in them. */
export interface BusyWorld extends World {
  /** The IDs of the groups beside the team. */
  readonly rooms: readonly string[];
}

/** A busy world in which nobody has logged in. */
export async function createBusyWorld({
  conversations = 1000,
  ...options
}: BusyWorldOptions = {}): Promise<BusyWorld> {
  const world = createWorld({ ...options, server: { uploadTime: 1000, ...options.server } });
  const { server, sdk, settle } = world;
  const rooms = Array.from({ length: conversations - 3 }, (_, index) => `room${index + 1}`);
  for (const room of rooms) {
    server.addGroup(room, { ownerID: 'alice', memberIDs: ['me'], name: `The ${room}` });
    server.sendText({ from: 'alice', to: room, text: `hello ${room}` });
  }
  server.sendText({ from: 'bob', to: 'me', text: 'hello' });
  for (let number = 1; number <= HISTORY; number++) {
    server.sendText({ from: 'alice', to: 'me', text: `${number}` });
    // The older half by bob.
    server.sendText({ from: number > HISTORY / 2 ? 'alice' : 'bob', to: 'team', text: `${number}` });
  }
  sdk.registerPlugin({ 'tim-upload-plugin': () => undefined });
  await settle(60_000);
  return { ...world, rooms };
}

/** A busy world in which `me` is ready, the list events of the login are over, and all of a conversation is loaded. */
export async function openBusyWorld(
  conversationID: ConversationID,
  options?: BusyWorldOptions,
): Promise<BusyWorld> {
  const world = await createBusyWorld(options);
  await world.login();
  const { load, loadOlder } = world.store.actions.messages;
  await world.finish(load(conversationID));
  while (world.texts(conversationID).length < HISTORY) await world.finish(loadOlder(conversationID));
  await world.settle(60_000);
  return world;
}
