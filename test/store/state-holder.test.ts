import type { StoreEvent, TimErrorSource, TimStoreError } from 'tim-reactive';
import { c2cID, selectMessage, selectTimeline } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { microtask } from '../../src/store/batch-on.ts';
import { createPipeline } from '../../src/store/pipeline.ts';
import type { StateHolder } from '../../src/store/state-holder.ts';
import { createStateHolder } from '../../src/store/state-holder.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';

const alice = c2cID('alice');
const received = (...data: readonly ReturnType<typeof messageOf>[]): StoreEvent => ({
  type: 'MESSAGE_RECEIVED',
  data,
});

function createHolder(): StateHolder & {
  readonly errors: (readonly [TimStoreError, readonly TimErrorSource[]])[];
} {
  const errors: (readonly [TimStoreError, readonly TimErrorSource[]])[] = [];
  const options = { isPartial: false, clearOnKick: false };
  return { ...createStateHolder(options, (...error) => errors.push(error)), errors };
}

describe('createStateHolder', () => {
  it('loses none of a burst to one event that cannot be applied, and names that one', async () => {
    const { commit, emit, flushed, getState, errors } = createHolder();
    const pipeline = createPipeline({ schedule: microtask, commit, emit, flushed });
    const good = messageOf({ time: 5, sequence: 1 });
    const bad = Object.freeze({ ...messageOf({ time: 6, sequence: 2 }), conversationID: undefined as never });
    pipeline.push(received(good));
    pipeline.push(received(bad));
    pipeline.push(received(messageOf({ time: 7, sequence: 3 })));
    await Promise.resolve();
    await Promise.resolve();
    expect(selectTimeline(getState(), alice).length).toBe(2);
    expect(errors.map(([{ code }, events]) => [code, events])).toEqual([['MALFORMED_DATA', [received(bad)]]]);
  });

  it.each([
    { type: 'messagesDropped', conversationID: alice, most: 0 },
    { type: 'historyCleared', conversationIDs: [alice] },
  ] as const satisfies readonly StoreEvent[])(
    'tells who knows a message by another of its IDs that it is gone: $type',
    (event) => {
      const { commit, select } = createHolder();
      const message = messageOf({ time: 5, sequence: 1 });
      commit([received(message)]);
      commit([received({ ...message, ID: 'other' })]);
      const seen: (string | undefined)[] = [];
      select(selectMessage, 'other').subscribe((found) => seen.push(found?.ID));
      commit([event]);
      expect(seen).toEqual([message.ID, undefined]);
    },
  );

  it('freezes what it holds, after a login, too', () => {
    const { commit, getState } = createHolder();
    commit([
      { type: 'loginStarted', userID: 'me' },
      { type: 'loginAnswered', userID: 'me' },
    ]);
    commit([{ type: 'MESSAGE_REVOKED', data: [{ ...revocation }] }]);
    const slices = Object.values(getState()) as readonly object[];
    const lists = slices.flatMap((slice) => Object.values(slice).filter(Array.isArray)) as unknown[][];
    expect([...slices, ...lists, ...lists.flat()].every(Object.isFrozen)).toBe(true);
    expect(getState().messages.orphans).toHaveLength(1);
  });
});

const revocation = {
  conversationID: alice,
  ID: 'gone',
  sequence: 1,
  time: 1,
  revoker: 'alice',
  revokeReason: '',
};
