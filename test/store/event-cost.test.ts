import type { Message, TimState } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { diffStates } from '../../src/store/diff-states.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';

const options = { isPartial: false, clearOnKick: false };

let looks = 0;

/** A message that counts how often anybody looks at its place in the order. */
function countingMessage(time: number, version = 0): Message {
  const message = messageOf({ time, sequence: time, random: time, clientSequence: time, version });
  return Object.defineProperty({ ...message }, 'time', {
    enumerable: true,
    get: () => {
      looks += 1;
      return time;
    },
  });
}

const receive = (state: TimState, messages: readonly Message[]): TimState =>
  reduce(state, [{ type: 'MESSAGE_RECEIVED', data: messages, profiles: [] }], options);

/** How many looks one message costs a timeline of this length, up to the diff that wakes the listeners. */
function costOf(length: number, next: (length: number) => Message): number {
  const times = Array.from({ length }, (_, index) => 2 * index + 2);
  const before = receive(
    initialState(),
    times.map((time) => countingMessage(time)),
  );
  const message = next(length);
  looks = 0;
  const after = receive(before, [message]);
  expect(diffStates(before, after).messages).toHaveLength(1);
  return looks;
}

describe('the cost of an event', () => {
  it.each([
    ['a new message', (length: number) => countingMessage(2 * length + 2)],
    ['an older one that comes late', (length: number) => countingMessage(2 * Math.floor(length / 2) + 1)],
    ['an edit in the middle', (length: number) => countingMessage(2 * Math.floor(length / 2), 1)],
    ['one from before all others', () => countingMessage(1)],
  ])(
    'does not grow with the history: %s looks at about as many of 30,000 messages as of 1,000',
    (_, next) => {
      const few = costOf(1000, next);
      const many = costOf(30_000, next);
      expect(few).toBeGreaterThan(0);
      expect(many).toBeLessThan(few + 60); // five more steps of each binary search
      expect(many).toBeLessThan(3000); // the stretch of 256 that it stands in, a few times over
    },
  );
});
