import type { GroupMember } from 'tim-reactive';
import { selectGroupMember } from 'tim-reactive';
import type { World, WorldOptions } from '../world.ts';
import { createReadyWorld } from '../world.ts';

/** So many user IDs. */
export const users = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `u${index}`);

/** A world with a public group `mine` of mine, with so many members beside. */
export async function createOwnedWorld(options: WorldOptions, count = 2, type = 'Public'): Promise<World> {
  const world = await createReadyWorld(options);
  const memberIDs = users(count);
  for (const userID of memberIDs) world.server.addUser(userID, { nick: userID.toUpperCase() });
  world.server.addGroup('mine', { ownerID: 'me', memberIDs, type });
  await world.finish(world.store.actions.groups.getProfile('mine'), 1000);
  return world;
}

/** A member as the state has it. */
export const member = ({ store }: World, userID: string, groupID = 'mine'): GroupMember | undefined =>
  selectGroupMember(store.getState(), groupID, userID);

/** The world, and how often the store calls a method of the SDK, and with what. */
export function counting(method: string): {
  readonly wrap: NonNullable<WorldOptions['wrap']>;
  readonly calls: unknown[];
} {
  const calls: unknown[] = [];
  return {
    calls,
    wrap: (sdk) =>
      new Proxy(sdk, {
        get: (target, key) => {
          const value: unknown = Reflect.get(target, key);
          if (key !== method || typeof value !== 'function') return value;
          return (...args: readonly unknown[]) => {
            calls.push(args[0]);
            return Reflect.apply(value, target, args) as unknown;
          };
        },
      }),
  };
}
