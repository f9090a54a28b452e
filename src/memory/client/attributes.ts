import { EVENT } from '../../sdk/constants.ts';
import type { GroupPush } from '../cloud/group-wire.ts';
import type { Context } from './context.ts';

type Values<Value> = Readonly<Record<string, Value>>;

/** What a client knows of groups' attributes and counters. */
export interface Attributes {
  /** All attributes of the group; undefined when they were not asked for within 30 s. */
  readonly known: (groupID: string) => Values<string> | undefined;
  /** These are all attributes now. Fires GROUP_ATTRIBUTES_UPDATED if they are others, but in silence when asked for. */
  readonly take: (groupID: string, attributes: Values<string>, isAsked?: boolean) => void;
  readonly knownCounters: (groupID: string) => Values<number> | undefined;
  readonly takeCounters: (groupID: string, counters: Values<number>) => void;
  readonly receive: (push: GroupPush) => void;
  readonly drop: (groupID: string) => void;
}

interface Kept<Value> {
  readonly values: Values<Value>;
  /** When the server was last asked for all of them, milliseconds. */
  readonly time: number;
}

/** How long the SDK answers from memory. */
const LIFETIME = 30_000;

/** The attributes and counters of one login. */
export function createAttributes({ clock, emit }: Context): Attributes {
  const attributes = new Map<string, Kept<string>>();
  const counters = new Map<string, Kept<number>>();

  const fresh = <Value>(kept: Kept<Value> | undefined): Values<Value> | undefined =>
    kept !== undefined && clock.now() - kept.time < LIFETIME ? kept.values : undefined;

  const take: Attributes['take'] = (groupID, now, isAsked = false) => {
    const before = attributes.get(groupID)?.values ?? {};
    attributes.set(groupID, { values: now, time: clock.now() });
    const updatedKeyList = Object.keys(now).filter((key) => now[key] !== before[key]);
    const deletedKeyList = Object.keys(before).filter((key) => now[key] === undefined);
    if (isAsked || updatedKeyList.length + deletedKeyList.length === 0) return;
    const groupAttributes = { ...now };
    emit(EVENT.GROUP_ATTRIBUTES_UPDATED, { groupID, groupAttributes, updatedKeyList, deletedKeyList });
  };

  return {
    known: (groupID) => fresh(attributes.get(groupID)),
    take,
    knownCounters: (groupID) => fresh(counters.get(groupID)),
    takeCounters: (groupID, values) => void counters.set(groupID, { values, time: clock.now() }),

    receive: (push) => {
      if (push.kind === 'groupAttributes') {
        take(push.groupID, push.attributes);
        return;
      }
      const { groupID } = push;
      const kept = counters.get(groupID);
      if (kept !== undefined) {
        counters.set(groupID, { values: { ...kept.values, ...push.counters }, time: clock.now() });
      }
      for (const [key, value] of Object.entries(push.counters)) {
        emit(EVENT.GROUP_COUNTER_UPDATED, { groupID, key, value });
      }
    },

    drop: (groupID) => {
      attributes.delete(groupID);
      counters.delete(groupID);
    },
  };
}
