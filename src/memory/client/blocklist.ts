import { EVENT } from '../../sdk/constants.ts';
import { PEOPLE_REFUSAL, PEOPLE_SDK_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';

/** The blocklist that a client holds. */
export interface Blocklist {
  /** A fresh array. */
  readonly list: () => readonly string[];
  /** At the login: with the event. After a reconnect the SDK does not ask again. */
  readonly takeOver: (userIDs: readonly string[]) => void;
  /** Answers the list as it was: the change comes by the event. */
  readonly add: (userIDs: readonly string[]) => Promise<readonly string[]>;
  /** Answers the list as it is now; 2.x then fires no event. */
  readonly remove: (userIDs: readonly string[]) => Promise<readonly string[]>;
  readonly blocked: (userIDs: readonly string[]) => void;
  readonly unblocked: (userIDs: readonly string[]) => void;
}

const MAX_AT_ONCE = 1000;

function requireFew(userIDs: readonly string[]): void {
  if (userIDs.length > MAX_AT_ONCE) throw sdkError(PEOPLE_REFUSAL.INVALID);
}

/** The blocklist of one login. */
export function createBlocklist({ cloud, emit, flavour, request, userID: me }: Context): Blocklist {
  const blocked = new Set<string>();
  const list = (): readonly string[] => [...blocked];
  const announce = (): void => emit(EVENT.BLACKLIST_UPDATED, list());

  return {
    list,

    takeOver: (userIDs) => {
      for (const userID of userIDs) blocked.add(userID);
      announce();
    },

    add: async (userIDs) => {
      if (userIDs.length === 1 && userIDs[0] === me) throw sdkError(PEOPLE_SDK_REFUSAL.CANNOT_BLOCK_SELF);
      const others = userIDs.filter((userID) => userID !== me);
      await request('addToBlacklist', () => {
        requireFew(others);
        cloud.people.blocklist.block(me, others);
      });
      return list();
    },

    remove: async (userIDs) => {
      const results = await request('removeFromBlacklist', () => {
        requireFew(userIDs);
        return cloud.people.blocklist.unblock(me, userIDs);
      });
      for (const { userID, code } of results) if (code === 0) blocked.delete(userID);
      return list();
    },

    blocked: (userIDs) => {
      const fresh = userIDs.filter((userID) => !blocked.has(userID));
      for (const userID of fresh) blocked.add(userID);
      if (fresh.length > 0) announce();
    },

    unblocked: (userIDs) => {
      const gone = userIDs.filter((userID) => blocked.delete(userID));
      if (gone.length > 0 || flavour === '3.x') announce();
    },
  };
}
