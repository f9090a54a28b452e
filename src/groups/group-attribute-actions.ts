import type { ActionContext } from '../action-context.ts';
import { operationOf } from '../sdk/call-sdk.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { invalid, requireID, requireIDs } from '../shared/limits.ts';
import { plain } from '../shared/read-record.ts';
import { askGroup, dataOf } from './ask-group.ts';
import { requireAttributes } from './group-limits.ts';

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
  const { dispatch, getState } = context;

  const set =
    (method: 'initGroupAttributes' | 'setGroupAttributes', isWhole: boolean) =>
    async (groupID: string, groupAttributes: GroupAttributes): Promise<void> => {
      requireAttributes(
        method,
        groupAttributes,
        isWhole ? undefined : getState().groups.attributes.get(groupID),
      );
      await askGroup(context, method, groupID, { groupAttributes });
      await dispatch({ type: 'attributesLoaded', groupID, groupAttributes: { ...groupAttributes }, isWhole });
    };
  /** Asks about some keys, or all: the SDK wants a list either way. */
  const askKeys = async (method: OptionalSdkMethod, groupID: string, keyList: readonly string[]) => {
    if (keyList.length > 0) requireIDs(operationOf(method), 'keyList', keyList);
    return askGroup(context, method, groupID, { keyList: [...keyList] });
  };
  const load = async (groupID: string, data: Readonly<Record<string, unknown>>): Promise<GroupCounters> => {
    const counters = plain<GroupCounters>(dataOf(data['counters']), undefined);
    await dispatch({ type: 'countersLoaded', groupID, counters });
    return counters;
  };
  const count =
    (method: 'increaseGroupCounter' | 'decreaseGroupCounter') =>
    async (groupID: string, key: string, value = 1): Promise<GroupCounters> => {
      requireID(operationOf(method), 'key', key);
      requireNumbers(method, { value });
      return load(groupID, await askGroup(context, method, groupID, { key, value }));
    };

  return {
    initAttributes: set('initGroupAttributes', true),
    setAttributes: set('setGroupAttributes', false),
    deleteAttributes: async (groupID, keyList = []) => {
      await askKeys('deleteGroupAttributes', groupID, keyList);
      await dispatch(
        keyList.length === 0
          ? { type: 'attributesLoaded', groupID, groupAttributes: {}, isWhole: true }
          : { type: 'attributesDeleted', groupID, keyList },
      );
    },
    getAttributes: async (groupID, keyList = []) => {
      const data = await askKeys('getGroupAttributes', groupID, keyList);
      const groupAttributes = plain<GroupAttributes>(dataOf(data['groupAttributes']), undefined);
      const isWhole = keyList.length === 0;
      await dispatch({ type: 'attributesLoaded', groupID, groupAttributes, isWhole });
      return groupAttributes;
    },
    setCounters: async (groupID, counters) => {
      requireNumbers('setGroupCounters', counters);
      return load(groupID, await askGroup(context, 'setGroupCounters', groupID, { counters }));
    },
    increaseCounter: count('increaseGroupCounter'),
    decreaseCounter: count('decreaseGroupCounter'),
    getCounters: async (groupID, keyList = []) =>
      load(groupID, await askKeys('getGroupCounters', groupID, keyList)),
  };
}

function requireNumbers(method: OptionalSdkMethod, numbers: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(numbers ?? {}))
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw invalid(operationOf(method), `${key} must be a number`);
}
