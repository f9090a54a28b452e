import { type Context, response, type SdkResponse } from './context.ts';
import type { Session } from './session.ts';
import { isText, property, requireParams } from './validate.ts';

type Answer<Data> = Promise<SdkResponse<Data>>;
type Attributes = Readonly<Record<string, string>>;
type Counters = Readonly<Record<string, number>>;

interface SetAttributes {
  readonly groupID: string;
  readonly groupAttributes: Attributes;
}

interface SomeKeys {
  readonly groupID: string;
  /** All, when empty. */
  readonly keyList: readonly string[];
}

interface CounterStep {
  readonly groupID: string;
  readonly key: string;
  readonly value: number;
}

/** The SDK's methods about groups' attributes and counters. Up to 16 attributes, with keys of 32 and values of 4096 bytes. */
export interface AttributeMethods {
  /** Sets these, and deletes all others. */
  readonly initGroupAttributes: (options: SetAttributes) => Answer<{ readonly groupAttributes: Attributes }>;
  readonly setGroupAttributes: (options: SetAttributes) => Answer<{ readonly groupAttributes: Attributes }>;
  /** Answers the keys that it knew. */
  readonly deleteGroupAttributes: (options: SomeKeys) => Answer<{ readonly keyList: readonly string[] }>;
  /** From memory for 30 s after the last answer or change. */
  readonly getGroupAttributes: (options: SomeKeys) => Answer<{ readonly groupAttributes: Attributes }>;
  /** Counters answer those that have changed; GROUP_COUNTER_UPDATED comes from the server. */
  readonly setGroupCounters: (options: {
    readonly groupID: string;
    readonly counters: Counters;
  }) => Answer<{ readonly counters: Counters }>;
  readonly increaseGroupCounter: (options: CounterStep) => Answer<{ readonly counters: Counters }>;
  readonly decreaseGroupCounter: (options: CounterStep) => Answer<{ readonly counters: Counters }>;
  readonly getGroupCounters: (options: {
    readonly groupID: string;
    /** All, when left out or empty. */
    readonly keyList?: readonly string[];
  }) => Answer<{ readonly counters: Counters }>;
}

/** The methods of one client. */
export function createAttributeMethods({ whenReady }: Session): AttributeMethods {
  const setter = (
    method: 'initGroupAttributes' | 'setGroupAttributes',
  ): AttributeMethods['setGroupAttributes'] =>
    whenReady(method, ({ attributes, context }, options) => {
      const groupID = groupIDOf(options);
      const given = property(options, 'groupAttributes');
      requireParams(isRecord(given) && Object.values(given).every((value) => typeof value === 'string'));
      const { groupAttributes } = options;
      const isAll = method === 'initGroupAttributes';
      const { cloud, userID } = context;
      return context
        .request(method, () => {
          cloud.groups.setAttributes(userID, groupID, groupAttributes, isAll);
          return cloud.groups.attributes(userID, groupID);
        })
        .then((all) => {
          attributes.take(groupID, all);
          return response({ groupAttributes });
        });
    });

  const changeCounters = (
    { cloud, request, userID }: Context,
    method: 'setGroupCounters' | 'increaseGroupCounter' | 'decreaseGroupCounter',
    groupID: string,
    change: Counters,
  ): Answer<{ readonly counters: Counters }> => {
    const mode = method === 'setGroupCounters' ? 'set' : 'add';
    return request(method, () => cloud.groups.changeCounters(userID, groupID, change, mode)).then(
      (counters) => response({ counters }),
    );
  };

  const stepper = (
    method: 'increaseGroupCounter' | 'decreaseGroupCounter',
  ): AttributeMethods['increaseGroupCounter'] =>
    whenReady(method, ({ context }, options) => {
      const value = property(options, 'value');
      requireParams(isText(property(options, 'key')) && typeof value === 'number');
      const step = method === 'increaseGroupCounter' ? value : -value;
      return changeCounters(context, method, groupIDOf(options), { [options.key]: step });
    });

  return {
    initGroupAttributes: setter('initGroupAttributes'),
    setGroupAttributes: setter('setGroupAttributes'),

    deleteGroupAttributes: whenReady('deleteGroupAttributes', ({ attributes, context }, options) => {
      const groupID = groupIDOf(options);
      const keys = keysOf(options);
      const { cloud, userID } = context;
      return context
        .request('deleteGroupAttributes', () => {
          const before = Object.keys(cloud.groups.attributes(userID, groupID));
          cloud.groups.deleteAttributes(userID, groupID, keys);
          return { before, all: cloud.groups.attributes(userID, groupID) };
        })
        .then(({ before, all }) => {
          attributes.take(groupID, all);
          const keyList = keys.length === 0 ? before : keys.filter((key) => before.includes(key));
          return response({ keyList });
        });
    }),

    getGroupAttributes: whenReady('getGroupAttributes', ({ attributes, context }, options) => {
      const groupID = groupIDOf(options);
      const keys = keysOf(options);
      const { answer, cloud, request, userID } = context;
      const known = attributes.known(groupID);
      const asked =
        known === undefined
          ? request('getGroupAttributes', () => cloud.groups.attributes(userID, groupID))
          : answer('getGroupAttributes', () => known);
      return asked.then((all) => {
        if (known === undefined) attributes.take(groupID, all, true);
        return response({ groupAttributes: pick(all, keys) });
      });
    }),

    setGroupCounters: whenReady('setGroupCounters', ({ context }, options) => {
      const groupID = groupIDOf(options);
      requireParams(isRecord(property(options, 'counters')));
      return changeCounters(context, 'setGroupCounters', groupID, options.counters);
    }),
    increaseGroupCounter: stepper('increaseGroupCounter'),
    decreaseGroupCounter: stepper('decreaseGroupCounter'),

    getGroupCounters: whenReady('getGroupCounters', ({ attributes, context }, options) => {
      const groupID = groupIDOf(options);
      const { answer, cloud, request, userID } = context;
      const known = attributes.knownCounters(groupID);
      const asked =
        known === undefined
          ? request('getGroupCounters', () => cloud.groups.counters(userID, groupID))
          : answer('getGroupCounters', () => known);
      return asked.then((all) => {
        if (known === undefined) attributes.takeCounters(groupID, all);
        return response({ counters: pick(all, options.keyList ?? []) });
      });
    }),
  };
}

function groupIDOf(options: { readonly groupID: string }): string {
  requireParams(isText(property(options, 'groupID')));
  return options.groupID;
}

function keysOf(options: SomeKeys): readonly string[] {
  const keyList = property(options, 'keyList');
  requireParams(Array.isArray(keyList) && keyList.every((key) => typeof key === 'string'));
  return options.keyList;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function pick<Value>(all: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  const wanted = keys.length === 0 ? Object.keys(all) : keys;
  return Object.fromEntries(Object.entries(all).filter(([key]) => wanted.includes(key)));
}
