import { bytesOf } from '../bytes-of.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Group } from './group.ts';
import type { GroupDoor } from './group-door.ts';
import type { Hub } from './hub.ts';

/** What a client may ask of the server about a group's attributes and counters: members only. */
export interface AttributeCloud {
  readonly attributes: (userID: string, groupID: string) => Readonly<Record<string, string>>;
  /** With `isAll` the others go. */
  readonly setAttributes: (
    userID: string,
    groupID: string,
    attributes: Readonly<Record<string, string>>,
    isAll: boolean,
  ) => void;
  /** All, when no key is given. */
  readonly deleteAttributes: (userID: string, groupID: string, keys: readonly string[]) => void;
  readonly counters: (userID: string, groupID: string) => Readonly<Record<string, number>>;
  /** Sets counters, or adds to them; answers those that it changed. */
  readonly changeCounters: (
    userID: string,
    groupID: string,
    change: Readonly<Record<string, number>>,
    mode: 'set' | 'add',
  ) => Readonly<Record<string, number>>;
}

const MAX_KEYS = 16;
const MAX_KEY_BYTES = 32;
const MAX_VALUE_BYTES = 4096;
const MAX_BYTES = 16_384;
const MAX_COUNTERS = 20;

/** The requests of one world. */
export function createAttributeCloud(hub: Hub, door: GroupDoor): AttributeCloud {
  const tellAttributes = ({ groupID, memberIDs, attributes }: Group): void => {
    const now = Object.fromEntries(attributes);
    for (const userID of memberIDs) {
      hub.push(userID, { kind: 'groupAttributes', groupID, attributes: { ...now } });
    }
  };

  return {
    attributes: (userID, groupID) => Object.fromEntries(door.enter(groupID, userID).group.attributes),

    setAttributes: (userID, groupID, given, isAll) => {
      const { group } = door.enter(groupID, userID);
      const next = new Map([...(isAll ? [] : group.attributes), ...Object.entries(given)]);
      if (!fits(next)) throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
      group.attributes.clear();
      for (const [key, value] of next) group.attributes.set(key, value);
      tellAttributes(group);
    },

    deleteAttributes: (userID, groupID, keys) => {
      const { group } = door.enter(groupID, userID);
      for (const key of keys.length > 0 ? keys : [...group.attributes.keys()]) group.attributes.delete(key);
      tellAttributes(group);
    },

    counters: (userID, groupID) => Object.fromEntries(door.enter(groupID, userID).group.counters),

    changeCounters: (userID, groupID, change, mode) => {
      const { group } = door.enter(groupID, userID);
      const changed = Object.entries(change).map(([key, value]) => {
        const before = mode === 'add' ? (group.counters.get(key) ?? 0) : 0;
        return [key, before + value] as const;
      });
      const next = new Map([...group.counters, ...changed]);
      if (next.size > MAX_COUNTERS) throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
      for (const [key, value] of changed) group.counters.set(key, value);
      const counters = Object.fromEntries(changed);
      for (const memberID of group.memberIDs) {
        hub.push(memberID, { kind: 'groupCounters', groupID, counters: { ...counters } });
      }
      return counters;
    },
  };
}

function fits(attributes: ReadonlyMap<string, string>): boolean {
  const sizes = [...attributes].map(([key, value]) => [bytesOf(key), bytesOf(value)] as const);
  const total = sizes.reduce((sum, [key, value]) => sum + key + value, 0);
  const isSmall = sizes.every(([key, value]) => key <= MAX_KEY_BYTES && value <= MAX_VALUE_BYTES);
  return sizes.length <= MAX_KEYS && isSmall && total <= MAX_BYTES;
}
