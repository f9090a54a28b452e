import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoreEvent } from '../../src/events.ts';
import type { Message } from '../../src/messages/message.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { copyOf, identities, messageOf, pageOf } from '../messages/arbitrary-messages.ts';

const options = { isPartial: false, clearOnKick: false };

/** A set of messages, and several copies of each. */
const world = identities.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.tuple(...all.map((identity) => fc.array(copyOf(identity), { minLength: 1, maxLength: 4 }))),
  ),
);

/** The copies in some order, cut into flushes of events, each live or a page of history. */
function deliveries(copies: readonly Message[]): fc.Arbitrary<readonly (readonly StoreEvent[])[]> {
  const event = (messages: readonly Message[], isPage: boolean): StoreEvent => {
    const conversationID = messages[0]?.conversationID ?? 'C2Calice';
    return isPage
      ? pageOf(conversationID, messages)
      : { type: 'MESSAGE_RECEIVED', data: messages, profiles: [] };
  };
  return fc
    .tuple(
      fc.shuffledSubarray([...copies], { minLength: copies.length, maxLength: copies.length }),
      fc.array(
        fc.record({ size: fc.integer({ min: 1, max: 6 }), isPage: fc.boolean(), joins: fc.boolean() }),
        {
          minLength: copies.length,
          maxLength: copies.length,
        },
      ),
    )
    .map(([shuffled, cuts]) => {
      const flushes: StoreEvent[][] = [];
      let rest: readonly Message[] = shuffled;
      for (const { size, isPage, joins } of cuts) {
        if (rest.length === 0) break;
        const next = event(rest.slice(0, size), isPage);
        rest = rest.slice(size);
        const flush = flushes.at(-1);
        if (joins && flush !== undefined) flush.push(next);
        else flushes.push([next]);
      }
      return flushes;
    });
}

const deliver = (flushes: readonly (readonly StoreEvent[])[]): readonly unknown[] => {
  const state = flushes.reduce((before, events) => reduce(before, events, options), initialState());
  return [...state.messages.timelines].map(([id, timeline]) => [
    id,
    // Which of its IDs a message keeps depends on which came first; nothing else may.
    timeline.toArray().map((message) => ({ ...message, ID: '' })),
  ]);
};

/** One own message: what its sending brings, in order, and the copies that come back of it under other IDs. */
const send = fc
  .record({
    isGroup: fc.boolean(),
    ends: fc.array(fc.constantFrom('sendFailed', 'lost'), { maxLength: 2 }),
    copies: fc.array(
      fc.record({
        isPeerRead: fc.boolean(),
        isRevoked: fc.boolean(),
        hasCounter: fc.boolean(),
        ID: fc.constantFrom('y', 'z'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ isGroup, ends, copies }) => {
    const conversationID = isGroup ? 'GROUPg' : 'C2Calice';
    const sent = messageOf({
      ID: 'q',
      conversationID,
      from: 'me',
      flow: 'out',
      time: 5,
      sequence: 7,
      clientSequence: 7,
      random: 1,
    });
    const row: Message = { ...sent, time: 3, sequence: isGroup ? 0 : 7, status: 'sending' };
    const error = {
      code: 'TIMEOUT',
      message: 'unable to send',
      sdkCode: undefined,
      retryable: true,
    } as const;
    const own = [...ends, 'sendSucceeded'].flatMap((end, index): readonly StoreEvent[] => {
      const attempt = index + 1;
      const started: StoreEvent = { type: 'sendStarted', message: { ...row, attempt }, profiles: [] };
      if (end === 'lost') return [started];
      if (end === 'sendFailed') return [started, { type: 'sendFailed', ID: 'q', error }];
      return [started, { type: 'sendSucceeded', message: { ...sent, attempt }, profiles: [] }];
    });
    const back = copies.map(
      ({ hasCounter, ...fields }): StoreEvent => ({
        type: 'MESSAGE_RECEIVED',
        data: [{ ...sent, ...fields, clientSequence: hasCounter ? 7 : 0 }],
        profiles: [],
      }),
    );
    return { own, back };
  });

/** The copies among the events of the sending, wherever they fall, but none before the sending began. */
const interleavings = send.chain(({ own, back }) => {
  const order = fc.array(fc.nat(100), { minLength: back.length, maxLength: back.length }).map((places) =>
    back.reduce<readonly StoreEvent[]>((events, copy, index) => {
      const place = 1 + ((places[index] ?? 0) % events.length);
      return events.toSpliced(place, 0, copy);
    }, own),
  );
  return fc.tuple(order, order);
});

describe('G8: the same messages end in the same timeline', () => {
  it('a send and its copies end in one row, whenever the copies come and whatever the attempts', () => {
    fc.assert(
      fc.property(interleavings, ([one, other]) => {
        const [entry] = deliver([one]) as [[string, readonly Message[]]];
        expect(entry[1]).toMatchObject([{ status: 'success', error: undefined, time: 5, sequence: 7 }]);
        expect(deliver(other.map((event) => [event]))).toEqual(deliver([one]));
      }),
      { numRuns: 500 },
    );
  });

  it('the same messages, live, as pages, repeated, in any order and batching, end in the same timeline', () => {
    fc.assert(
      fc.property(
        world.chain(([, copies]) => fc.tuple(deliveries(copies.flat()), deliveries(copies.flat()))),
        ([one, other]) => {
          expect(deliver(one)).toEqual(deliver(other));
        },
      ),
    );
  });

  it('each message stands once, and the order is total and the same however the timeline was made', () => {
    fc.assert(
      fc.property(
        world.chain(([all, copies]) =>
          fc.tuple(fc.constant(all), deliveries(copies.flat()), fc.constant(copies)),
        ),
        ([all, flushes, copies]) => {
          const [entry] = deliver(flushes) as [[string, readonly Message[]]?];
          const deleted = copies.filter((group) => group.some((copy) => copy.isDeleted)).length;
          expect(entry?.[1].length ?? 0).toBe(all.length - deleted);
        },
      ),
    );
  });

  it('a second delivery of everything changes nothing and commits nothing', () => {
    fc.assert(
      fc.property(
        world.chain(([, copies]) => fc.tuple(deliveries(copies.flat()), fc.constant(copies.flat()))),
        ([flushes, all]) => {
          const state = flushes.reduce((before, events) => reduce(before, events, options), initialState());
          expect(reduce(state, [{ type: 'MESSAGE_RECEIVED', data: all, profiles: [] }], options)).toBe(state);
        },
      ),
    );
  });
});
