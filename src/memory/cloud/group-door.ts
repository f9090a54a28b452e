import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Group, Member } from './group.ts';
import { type GroupRules, rulesOf } from './group-rules.ts';
import type { World } from './world.ts';

/** What of a group's rules is a list of roles. */
export type Right = {
  [Key in keyof GroupRules]: GroupRules[Key] extends readonly string[] ? Key : never;
}[keyof GroupRules];

/** Finds groups and members for those who may have them; throws what the server refuses with. */
export interface GroupDoor {
  readonly group: (groupID: string) => Group;
  /** Who asks has to be a member. */
  readonly enter: (groupID: string, userID: string) => { readonly group: Group; readonly self: Member };
  /** Who asks has to have a role that may do this in such a group. */
  readonly allow: (
    groupID: string,
    userID: string,
    right: Right,
  ) => { readonly group: Group; readonly self: Member };
  /** Whether the user is in as many groups as a user may be: rooms do not count. */
  readonly hasTooMany: (userID: string) => boolean;
  readonly member: (group: Group, userID: string) => Member;
}

/** The door to the groups of one world. @param maxGroups How many groups a user may be in. */
export function createGroupDoor(world: World, maxGroups: number): GroupDoor {
  const group = (groupID: string): Group => {
    const found = world.groups.get(groupID);
    if (found === undefined) throw sdkError(SERVER_REFUSAL.NO_SUCH_GROUP, '', { groupID });
    return found;
  };

  const enter: GroupDoor['enter'] = (groupID, userID) => {
    const found = group(groupID);
    const self = found.members.get(userID);
    if (self === undefined) throw sdkError(SERVER_REFUSAL.NO_PERMISSION, '', { groupID });
    return { group: found, self };
  };

  return {
    group,
    enter,

    allow: (groupID, userID, right) => {
      const entered = enter(groupID, userID);
      const roles = rulesOf(entered.group)[right];
      if (!roles.includes(entered.self.role)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      return entered;
    },

    hasTooMany: (userID) => {
      const joined = [...world.groups.values()].filter(
        ({ members, type, communityID }) =>
          type !== TYPES.GRP_AVCHATROOM && communityID === undefined && members.has(userID),
      );
      return joined.length >= maxGroups;
    },

    member: ({ members }, userID) => {
      const found = members.get(userID);
      if (found === undefined) throw sdkError(SERVER_REFUSAL.NO_SUCH_MEMBER);
      return found;
    },
  };
}
