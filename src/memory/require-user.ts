import type { User, World } from './cloud/world.ts';

/** Throws where there is no such user. */
export function requireUser(world: World, userID: string): User {
  const user = world.users.get(userID);
  if (user === undefined) throw new Error(`unable to find the user "${userID}"; call addUser first`);
  return user;
}
