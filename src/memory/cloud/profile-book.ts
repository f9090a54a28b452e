import { PEOPLE_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { bytesOf } from '../bytes-of.ts';
import type { Notify } from './notify.ts';
import type { CustomField, FullProfile, ProfilePatch } from './people-wire.ts';
import { BLANK_PROFILE } from './relations.ts';
import type { World } from './world.ts';

/** The users' profiles. */
export interface ProfileBook {
  /** Leaves out users that do not exist. */
  readonly get: (userIDs: readonly string[]) => readonly FullProfile[];
  /**
   * Throws for nick, avatar or signature of more than 500 bytes. Sets some fields; custom ones by their key. The user's clients and those of the friends hear of it; anybody else
   * learns of it by the next message.
   */
  readonly set: (userID: string, patch: ProfilePatch) => void;
}

const TEXTS = ['nick', 'avatar', 'selfSignature'] as const;
/** Bytes. */
const MAX_TEXT = 500;

/** The profiles of one world. */
export function createProfileBook(world: World, notify: Notify): ProfileBook {
  return {
    get: (userIDs) =>
      userIDs.flatMap((userID) => {
        const user = world.users.get(userID);
        return user === undefined ? [] : [fullProfileOf(user)];
      }),

    set: (userID, patch) => {
      if (TEXTS.some((field) => bytesOf(patch[field] ?? '') > MAX_TEXT)) {
        throw sdkError(PEOPLE_REFUSAL.PROFILE_TOO_LONG);
      }
      const isNew = !world.users.has(userID);
      const user = world.user(userID);
      const { profileCustomField = [], ...fields } = patch;
      Object.assign(user, fields, {
        profileCustomField: mergeCustomFields(user.profileCustomField, profileCustomField),
      });
      // Nobody knows somebody new; many are added at once.
      if (isNew) return;
      const told = [...world.users.values()].filter(({ relations }) => relations.friends.has(userID));
      for (const one of [user, ...told]) notify(one.userID, { kind: 'profile', userID, patch });
    },
  };
}

/** A copy of a user's profile, without what else the server keeps of the user. */
export function fullProfileOf(user: FullProfile): FullProfile {
  const keys = ['userID', ...Object.keys(BLANK_PROFILE)];
  const copy = Object.fromEntries(keys.map((key) => [key, Reflect.get(user, key)]));
  return { ...(copy as unknown as FullProfile), profileCustomField: [...user.profileCustomField] };
}

/** New values for the keys that are there, and the new keys after them. */
export function mergeCustomFields(
  fields: readonly CustomField[],
  patch: readonly CustomField[],
): readonly CustomField[] {
  const values = new Map([...fields, ...patch].map(({ key, value }) => [key, value]));
  return [...values].map(([key, value]) => ({ key, value }));
}
