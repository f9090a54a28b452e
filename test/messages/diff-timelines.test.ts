import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timeline, TimelineOperation } from 'tim-reactive';
import { emptyTimeline } from '../../src/messages/chunked-timeline.ts';
import { diffTimelines } from '../../src/messages/diff-timelines.ts';
import { dropOldest, mergeIntoTimeline } from '../../src/messages/edit-timeline.ts';
import type { Message } from '../../src/messages/message.ts';
import { copyOf, identities, messageOf } from './arbitrary-messages.ts';

/** The old array, step by step, as somebody who keeps a list of their own would change it. */
function apply(old: readonly Message[], operations: readonly TimelineOperation[]): readonly Message[] {
  const list = [...old];
  for (const step of operations) {
    if (step.type === 'insert') list.splice(step.index, 0, step.message);
    else if (step.type === 'update') list[step.index] = step.message;
    else if (step.type === 'remove') {
      const [gone] = list.splice(step.index, 1);
      if (gone !== step.message) throw new Error(`${step.message.ID} does not stand at ${step.index}`);
    } else {
      const [moved] = list.splice(step.from, 1);
      if (moved?.ID !== step.message.ID) throw new Error(`${step.message.ID} does not stand at ${step.from}`);
      list.splice(step.to, 0, step.message);
    }
  }
  return list;
}

type Step = (timeline: Timeline) => Timeline;

/** What happens to a timeline: copies come from anywhere, own messages are written, sent, fail and are resent, some are deleted or dropped. */
const histories = identities.chain((all): fc.Arbitrary<readonly Step[]> => {
  if (all.length === 0) return fc.constant([]);
  const copies = fc
    .subarray([...all], { minLength: 1 })
    .chain((some) => fc.tuple(...some.map(copyOf)))
    .map(
      (messages): Step =>
        (timeline) =>
          mergeIntoTimeline(timeline, messages),
    );
  const sends = fc
    .record({
      identity: fc.constantFrom(...all),
      time: fc.nat(9),
      kind: fc.constantFrom('unSend', 'fail', 'success'),
    })
    .map(({ identity: { isGroup, sequence, random, ...sent }, time, kind }): Step => {
      const message = messageOf({
        from: 'me',
        flow: 'out',
        ID: `mine-${sequence}-${random}`,
        random: 100 + random,
        clientSequence: sequence,
        conversationID: isGroup ? 'GROUPg' : 'C2Calice',
        conversationType: isGroup ? 'GROUP' : 'C2C',
        status: kind,
        sequence: isGroup && kind !== 'success' ? 0 : sequence,
        time: kind === 'success' ? sent.time : time,
      });
      return (timeline) =>
        mergeIntoTimeline(timeline, [{ ...message, attempt: time, version: kind === 'success' ? 0 : -1 }]);
    });
  const deletions = fc.nat(30).map(
    (place): Step =>
      (timeline) => {
        const message = timeline.at(place);
        return message === undefined
          ? timeline
          : mergeIntoTimeline(timeline, [{ ...message, isDeleted: true }]);
      },
  );
  const drops = fc.nat(8).map(
    (most): Step =>
      (timeline) =>
        dropOldest(timeline, most),
  );
  return fc.array(
    fc.oneof({ weight: 2, arbitrary: copies }, { weight: 4, arbitrary: sends }, deletions, drops),
    { maxLength: 14 },
  );
});

describe('diffTimelines', () => {
  it('gives steps that make the new array of the old one, from any version to any later one', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const versions: Timeline[] = [emptyTimeline()];
        for (const step of steps) versions.push(step(versions.at(-1) ?? emptyTimeline()));
        const arrays = versions.map((timeline) => timeline.toArray());
        versions.forEach((after, to) => {
          for (let from = 0; from <= to; from++) {
            const before = versions[from] ?? after;
            const { operations } = diffTimelines(before, after);
            expect(apply(arrays[from] ?? [], operations)).toEqual(arrays[to]);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('tells each row once: inserted, updated or removed, as its ID was and is there', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let before: Timeline = emptyTimeline();
        for (const step of steps) {
          const after = step(before);
          const was = new Map([...before].map((message) => [message.ID, message]));
          const is = new Map([...after].map((message) => [message.ID, message]));
          const { inserted, updated, removed, operations } = diffTimelines(before, after);
          const IDs = (messages: readonly Message[]): readonly string[] =>
            messages.map(({ ID }) => ID).toSorted();
          expect(IDs(inserted)).toEqual([...is.keys()].filter((ID) => !was.has(ID)).toSorted());
          expect(IDs(removed)).toEqual([...was.keys()].filter((ID) => !is.has(ID)).toSorted());
          const moved = operations.flatMap((step) => (step.type === 'move' ? [step.message.ID] : []));
          const changed = [...is.keys()].filter(
            (ID) => was.has(ID) && (was.get(ID) !== is.get(ID) || moved.includes(ID)),
          );
          expect(IDs(updated)).toEqual(changed.toSorted());
          before = after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves a message up by one step, when it is sent', () => {
    const sending = messageOf({ ID: 'm', from: 'me', status: 'unSend', time: 9, sequence: 1, random: 1 });
    const before = mergeIntoTimeline(emptyTimeline(), [
      messageOf({ time: 8, sequence: 1, random: 2 }),
      sending,
    ]);
    const sent = messageOf({ ID: 'm', from: 'me', time: 4, sequence: 1, random: 1 });
    const after = mergeIntoTimeline(before, [sent]);
    expect(diffTimelines(before, after).operations).toEqual([
      { type: 'move', from: 1, to: 0, message: sent },
    ]);
  });

  it('compares what changed, and nothing else: of 20,000 messages, hardly any is read for an older and a newer one', () => {
    let reads = 0;
    const many = Array.from({ length: 20_000 }, (_, place): Message => {
      const message = messageOf({ time: place, sequence: 1 });
      return Object.defineProperty({ ...message }, 'time', { get: () => ((reads += 1), place) });
    });
    const before = mergeIntoTimeline(emptyTimeline(), many);
    const ends = [-1, 30_000].map((time) => messageOf({ time, sequence: 1 }));
    const after = mergeIntoTimeline(before, ends);
    reads = 0;
    expect(diffTimelines(before, after).operations).toMatchObject([
      { type: 'insert', index: 0 },
      { type: 'insert', index: 20_001 },
    ]);
    expect(reads).toBeLessThan(1000);
  });
});
