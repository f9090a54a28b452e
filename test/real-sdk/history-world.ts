import type { ConversationID, History, Timeline, TimSdk, TimStore } from 'tim-reactive';
import { c2cID, createTimStore, groupID, selectHistory, selectTimeline } from 'tim-reactive';
import { vi } from 'vitest';
import { type Boot, bootSdk, type PackageName } from './boot.ts';
import type { Cloud } from './cloud/cloud.ts';
import type { WireMessage } from './cloud/wire.ts';
import { soon } from './observe.ts';

export const alice = c2cID('alice');
export const team = groupID('team');
/** The two kinds of conversations. */
export const both = [alice, team] as const;

/** A store of 'me' on a real SDK, logged in 100 s after `LONG_AGO`, and how the tests look at its conversations. */
export interface HistoryWorld {
  readonly boot: Boot;
  readonly store: TimStore;
  /** Alice writes so many texts, numbered from `first`, each sent in the second of its number after `LONG_AGO`. */
  readonly write: (id: ConversationID, first: number, count: number) => readonly WireMessage[];
  readonly timeline: (id: ConversationID) => Timeline;
  readonly history: (id: ConversationID) => History;
  /** The texts that the timeline shows, from its top. */
  readonly texts: (id: ConversationID) => readonly string[];
  /** The ranges of its gaps. */
  readonly gaps: (id: ConversationID) => readonly (readonly [from: number, to: number])[];
  /** How many pages of its history the SDK has asked the service for. */
  readonly pages: (id: ConversationID) => number;
  /** How many pages the store has asked for by `getMessageListHopping`. */
  readonly hops: () => number;
  /** Ends it; throws if something was reported or left unanswered. */
  readonly leave: () => Promise<void>;
}

/** The second before the first message. */
export const LONG_AGO = 1_700_000_000;

/** A user with a friend alice and a group of both; `prepare` is what happened before the login. */
export async function createHistoryWorld(
  name: PackageName,
  prepare: (write: HistoryWorld['write'], cloud: Cloud) => void = () => undefined,
): Promise<HistoryWorld> {
  vi.setSystemTime((LONG_AGO + 100) * 1000);
  const boot = await bootSdk(name);
  const { cloud, line } = boot;
  cloud.addGroup('team', ['me', 'alice', 'bob']);
  const write: HistoryWorld['write'] = (id, first, count) =>
    numbers(first, count).map((text) => {
      const time = LONG_AGO + Number(text);
      return id === team
        ? cloud.sayInGroup('alice', 'team', text, time)
        : cloud.say('alice', 'me', text, time);
    });
  prepare(write, cloud);
  const errors: unknown[] = [];
  const sdk: TimSdk = boot.sdk;
  const hopping = vi.spyOn(boot.sdk, 'getMessageListHopping');
  const store = createTimStore({ sdk, onError: (...reported) => errors.push(reported) });
  await soon(store.actions.session.login({ userID: 'me', userSig: 'any' }), 3000);
  const timeline = (id: ConversationID): Timeline => selectTimeline(store.getState(), id);
  return {
    boot,
    store,
    write,
    timeline,
    history: (id) => selectHistory(store.getState(), id),
    texts: (id) =>
      timeline(id)
        .toArray()
        .map(({ payload }) => ('text' in payload ? payload.text : '?')),
    gaps: (id) => timeline(id).gaps.map(({ from, to }) => [from, to]),
    pages: (id) =>
      line.requests(id === team ? 'group_open_http_svc.group_msg_get' : 'openim.getroammsg').length,
    hops: () => hopping.mock.calls.length,
    async leave() {
      store.dispose();
      await soon(boot.dispose(), 20_000);
      vi.useRealTimers();
      if (errors.length > 0) throw new AggregateError(errors.flat(), 'errors were reported');
      if (cloud.unknown.size > 0) throw new Error(`unanswered: ${[...cloud.unknown].join(' ')}`);
    },
  };
}

/** So many numbers from `first`, as texts. */
export const numbers = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${first + index}`);
