import type { ActionContext } from '../action-context.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { recordOf } from '../shared/fields.ts';
import { invalid, requireID, requireIDs } from '../shared/limits.ts';
import { plain } from '../shared/read-record.ts';
import { askGroup } from './ask-group.ts';
import { dispatchWhileIn } from './dispatch-while-in.ts';
import { requireAttributes, requireSome } from './group-limits.ts';

/** Texts by key, which all members share. */
export type GroupAttributes = Readonly<Record<string, string>>;

/** Numbers by key, which all members share. */
export type GroupCounters = Readonly<Record<string, number>>;

/**
 * Attributes and counters of groups. A group has at most 16 attributes, of 32 bytes a key, 4,096 bytes a value and 16,384
 * bytes in all: more is refused before the call, by what the state knows of those that are there. On 2.x AVChatRooms
 * alone have them.
 */
export interface GroupAttributeActions {
  /** Sets these attributes, and no others stay. Follows the SDK's `initGroupAttributes`. */
  readonly initAttributes: (groupID: string, groupAttributes: GroupAttributes) => Promise<void>;
  /** Sets these attributes; the others stay. Follows the SDK's `setGroupAttributes`. */
  readonly setAttributes: (groupID: string, groupAttributes: GroupAttributes) => Promise<void>;
  /** Deletes the attributes of these keys, or all. Follows the SDK's `deleteGroupAttributes`. */
  readonly deleteAttributes: (groupID: string, keyList?: readonly string[]) => Promise<void>;
  /** Fetches the attributes of these keys, or all: then in the state. Follows the SDK's `getGroupAttributes`. */
  readonly getAttributes: (groupID: string, keyList?: readonly string[]) => Promise<GroupAttributes>;
  /** Sets these counters; the others stay. The application must have bought counters. Follows the SDK's `setGroupCounters`. */
  readonly setCounters: (groupID: string, counters: GroupCounters) => Promise<GroupCounters>;
  /** Adds to a counter, by default 1, and resolves with what it is then. Follows the SDK's `increaseGroupCounter`. */
  readonly increaseCounter: (groupID: string, key: string, value?: number) => Promise<GroupCounters>;
  /** Takes from a counter, by default 1, and resolves with what it is then. Follows the SDK's `decreaseGroupCounter`. */
  readonly decreaseCounter: (groupID: string, key: string, value?: number) => Promise<GroupCounters>;
  /** Fetches the counters of these keys, or all: then in the state. Follows the SDK's `getGroupCounters`. */
  readonly getCounters: (groupID: string, keyList?: readonly string[]) => Promise<GroupCounters>;
}

/** The actions on attributes and counters. */
export function createGroupAttributeActions(context: ActionContext): GroupAttributeActions {
  const { getState } = context;

  const set =
    (method: 'initGroupAttributes' | 'setGroupAttributes', isWhole: boolean) =>
    async (groupID: string, groupAttributes: GroupAttributes): Promise<void> => {
      requireAttributes(
        method,
        groupAttributes,
        isWhole ? undefined : getState().groups.attributes.get(groupID),
      );
      const given = { ...groupAttributes };
      const dispatch = dispatchWhileIn(context, groupID);
      await askGroup(context, method, groupID, { groupAttributes: given });
      const keyList = isWhole ? undefined : Object.keys(given);
      await dispatch({ type: 'attributesLoaded', groupID, groupAttributes: given, keyList });
    };
  /** Asks about some keys, or all: the SDK wants a list either way. Answers which they were, too; nothing for all. */
  const askKeys = async (method: OptionalSdkMethod, groupID: string, given: readonly string[]) => {
    if (given.length > 0) requireIDs(method, 'keyList', given);
    const keyList = [...given];
    const data = await askGroup(context, method, groupID, { keyList });
    return { data, keyList: keyList.length > 0 ? keyList : undefined };
  };
  /** Changes counters: the answer is about those in it alone. */
  const count = async (
    method: OptionalSdkMethod,
    groupID: string,
    options: object,
  ): Promise<GroupCounters> => {
    const dispatch = dispatchWhileIn(context, groupID);
    const counters = readCounters(await askGroup(context, method, groupID, options));
    await dispatch({ type: 'countersLoaded', groupID, counters, keyList: Object.keys(counters) });
    return counters;
  };
  const change =
    (method: 'increaseGroupCounter' | 'decreaseGroupCounter') =>
    async (groupID: string, key: string, value = 1): Promise<GroupCounters> => {
      requireID(method, 'key', key);
      requireNumbers(method, { value });
      return count(method, groupID, { key, value });
    };

  return {
    initAttributes: set('initGroupAttributes', true),
    setAttributes: set('setGroupAttributes', false),
    deleteAttributes: async (groupID, keyList = []) => {
      const dispatch = dispatchWhileIn(context, groupID);
      const asked = await askKeys('deleteGroupAttributes', groupID, keyList);
      await dispatch({ type: 'attributesLoaded', groupID, groupAttributes: {}, keyList: asked.keyList });
    },
    getAttributes: async (groupID, keyList = []) => {
      const dispatch = dispatchWhileIn(context, groupID);
      const asked = await askKeys('getGroupAttributes', groupID, keyList);
      const groupAttributes = plain<GroupAttributes>(recordOf(asked.data['groupAttributes']), undefined);
      await dispatch({ type: 'attributesLoaded', groupID, groupAttributes, keyList: asked.keyList });
      return groupAttributes;
    },
    setCounters: async (groupID, counters) => {
      requireSome('setGroupCounters', counters ?? {});
      requireNumbers('setGroupCounters', counters);
      return count('setGroupCounters', groupID, { counters });
    },
    increaseCounter: change('increaseGroupCounter'),
    decreaseCounter: change('decreaseGroupCounter'),
    getCounters: async (groupID, keyList = []) => {
      const dispatch = dispatchWhileIn(context, groupID);
      const asked = await askKeys('getGroupCounters', groupID, keyList);
      const counters = readCounters(asked.data);
      await dispatch({ type: 'countersLoaded', groupID, counters, keyList: asked.keyList });
      return counters;
    },
  };
}

function readCounters(data: Readonly<Record<string, unknown>>): GroupCounters {
  return plain<GroupCounters>(recordOf(data['counters']), undefined);
}

function requireNumbers(method: OptionalSdkMethod, numbers: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(numbers))
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw invalid(method, `${key} must be a number`);
}
