import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import type { Timeline } from '../../src/messages/timeline.ts';
import { emptyTimeline } from '../../src/messages/chunked-timeline.ts';
import { diffTimelines } from '../../src/messages/diff-timelines.ts';
import { mergeIntoTimeline } from '../../src/messages/edit-timeline.ts';
import { findBySequence, findCopy } from '../../src/messages/find-message.ts';
import { messageOf } from './arbitrary-messages.ts';

const timelineOf = (...messages: readonly Message[]): Timeline =>
  mergeIntoTimeline(emptyTimeline(), messages);
const texts = (timeline: Iterable<Message>): readonly unknown[] =>
  [...timeline].map((message) => (message.type === 'TIMTextElem' ? message.payload.text : message.type));
const text = (value: string): { readonly payload: { readonly text: string } } => ({
  payload: { text: value },
});
const own = { from: 'me', flow: 'out' } as const;

describe('mergeIntoTimeline', () => {
  it('orders a group by the server sequence, whatever the times say', () => {
    const group = { conversationID: 'GROUPg', conversationType: 'GROUP' } as const;
    expect(
      texts(
        timelineOf(
          messageOf({ ...group, ...text('third'), sequence: 3, time: 1 }),
          messageOf({ ...group, ...text('first'), sequence: 1, time: 2 }),
          messageOf({ ...group, ...text('second'), sequence: 2, time: 1 }),
        ),
      ),
    ).toEqual(['first', 'second', 'third']);
  });

  it("puts one sender's messages of one second in sending order, however they arrive", () => {
    const at = (sequence: number, value: string): Message =>
      messageOf({ ...text(value), time: 7, sequence, random: 9 - sequence });
    expect(texts(timelineOf(at(3, '3'), at(1, '1'), at(2, '2')))).toEqual(['1', '2', '3']);
  });

  it('takes the same message once, by ID, and once by sender, random, sequence and time under another ID', () => {
    const first = messageOf({ time: 5, sequence: 1, random: 8 });
    const timeline = timelineOf(
      first,
      messageOf({ time: 5, sequence: 1, random: 8, ID: 'parsed-again', isPeerRead: true }),
    );
    expect(timeline.length).toBe(1);
    expect(timeline.at(0)?.ID).toBe(first.ID);
    expect(timeline.get('parsed-again')).toBe(timeline.get(first.ID));
    expect(timeline.get(first.ID)?.isPeerRead).toBe(true);
  });

  it('keeps unsent and failed messages last, in the order of writing', () => {
    const timeline = timelineOf(
      messageOf({
        ...own,
        ...text('failed'),
        status: 'fail',
        time: 1,
        clientSequence: 1,
        sequence: 1,
        random: 1,
      }),
      messageOf({ ...text('from alice'), time: 9, sequence: 5, random: 2 }),
      messageOf({
        ...own,
        ...text('on its way'),
        status: 'unSend',
        time: 2,
        clientSequence: 2,
        sequence: 2,
        random: 3,
      }),
    );
    expect(texts(timeline)).toEqual(['from alice', 'failed', 'on its way']);
  });

  it('moves a message up once, when it is sent, under the same ID', () => {
    const sending = messageOf({
      ...own,
      ...text('mine'),
      ID: 'm',
      status: 'unSend',
      time: 3,
      sequence: 1,
      clientSequence: 1,
      random: 1,
    });
    const before = timelineOf(sending, messageOf({ ...text('hers'), time: 8, sequence: 1, random: 2 }));
    const sent = messageOf({
      ...own,
      ...text('mine'),
      ID: 'm',
      time: 4,
      sequence: 1,
      clientSequence: 1,
      random: 1,
    });
    const after = mergeIntoTimeline(before, [sent]);
    expect(texts(before)).toEqual(['hers', 'mine']);
    expect(texts(after)).toEqual(['mine', 'hers']);
    expect(diffTimelines(before, after)).toMatchObject({ inserted: [], updated: [sent], removed: [] });
    expect(before.indexOf('m')).toBe(1); // an old version stays right
    expect(before.get('m')).toBe(sending);
  });

  it("recognizes the server's copy of an unsent message under another ID", () => {
    const before = timelineOf(
      messageOf({ ...own, ID: 'mine', status: 'fail', time: 3, sequence: 44, clientSequence: 44, random: 1 }),
    );
    const after = mergeIntoTimeline(before, [
      messageOf({ ...own, ID: 'theirs', time: 5, sequence: 44, clientSequence: 44, random: 1 }),
    ]);
    expect(after.length).toBe(1);
    expect(after.at(0)).toMatchObject({ ID: 'mine', status: 'success', time: 5 });
    expect(after.get('mine')).toBe(after.at(0));
  });

  describe.each([
    ['C2C', { conversationID: 'C2Calice', conversationType: 'C2C' }, 44],
    ['group', { conversationID: 'GROUPg', conversationType: 'GROUP' }, 0],
  ] as const)(
    'a %s send whose copy comes first, under another ID and without clientSequence',
    (kind, where, sequence) => {
      const sent = { ...own, ...where, sequence: 44, random: 1, time: 5 } as const;
      const sending = messageOf({
        ...sent,
        sequence,
        ID: 'q',
        clientSequence: 44,
        status: 'unSend',
        time: 3,
      });
      const copy = messageOf({ ...sent, ID: 'z', clientSequence: 0, isPeerRead: true });
      const answer = messageOf({ ...sent, ID: 'q', clientSequence: 44 });
      const first = timelineOf(sending);
      const between = mergeIntoTimeline(first, [copy]);
      const last = mergeIntoTimeline(between, [answer]);

      it('stands once when it is answered, under its own ID and with what the copy told', () => {
        expect(between.length).toBe(kind === 'C2C' ? 1 : 2); // in a group nothing tells before the answer
        expect(last.toArray()).toEqual([{ ...answer, isPeerRead: true }]);
        expect(last.get('z')).toBe(last.get('q'));
        expect(last.indexOf('z')).toBe(0);
      });

      it('is told as an update of the row, and the copy as removed where it stood by itself', () => {
        expect(diffTimelines(first, last)).toMatchObject({
          inserted: [],
          updated: [last.at(0)],
          removed: [],
        });
        expect(diffTimelines(between, last)).toMatchObject(
          kind === 'C2C'
            ? { inserted: [], updated: [], removed: [] } // the answer told nothing more
            : { inserted: [], updated: [last.at(0)], removed: [between.at(0)] },
        );
      });

      it('stays deleted where the copy was', () => {
        const deleted = mergeIntoTimeline(first, [{ ...copy, isDeleted: true }, answer]);
        expect(deleted.length).toBe(0);
      });
    },
  );

  it('does not bring a deleted message back', () => {
    const message = messageOf({ time: 1 });
    const deleted = mergeIntoTimeline(timelineOf(message), [messageOf({ time: 1, isDeleted: true })]);
    expect(deleted.length).toBe(0);
    expect(mergeIntoTimeline(deleted, [message])).toBe(deleted);
    expect(mergeIntoTimeline(deleted, [messageOf({ time: 1, ID: 'parsed-again' })]).length).toBe(0);
  });

  it('keeps the identity of all rows but the one that changed, and of the whole where none did', () => {
    const rows = Array.from({ length: 500 }, (_, index) => messageOf({ time: index, random: index }));
    const before = timelineOf(...rows);
    const after = mergeIntoTimeline(before, [messageOf({ time: 250, random: 250, isRevoked: true })]);
    expect([...after].filter((row, index) => row !== before.at(index))).toHaveLength(1);
    expect(mergeIntoTimeline(after, rows)).toBe(after);
  });
});

describe('Timeline', () => {
  const rows = Array.from({ length: 300 }, (_, index) =>
    messageOf({ ...text(`${index}`), time: index, random: index }),
  );
  const timeline = timelineOf(...rows, messageOf({ ...own, ...text('unsent'), status: 'unSend', time: 1 }));

  it('slices as an array does', () => {
    const array = timeline.toArray();
    for (const [start, end] of [
      [undefined, undefined],
      [-3, undefined],
      [5, 9],
      [-5, -2],
      [290, 400],
      [-999, 2],
      [7, 3],
    ] as const) {
      expect(timeline.slice(start, end)).toEqual(array.slice(start, end));
    }
  });

  it('builds its array once', () => {
    expect(timeline.toArray()).toBe(timeline.toArray());
    expect(timeline.toArray()).toHaveLength(timeline.length);
  });

  it('finds any message by ID and by index', () => {
    timeline.toArray().forEach((message, index) => {
      expect(timeline.at(index)).toBe(message);
      expect(timeline.indexOf(message.ID)).toBe(index);
    });
    expect(timeline.indexOf('nobody')).toBe(-1);
  });

  it('counts from the end as an array does', () => {
    const array = timeline.toArray();
    for (const index of [-1, -2, -array.length, -array.length - 1, array.length])
      expect(timeline.at(index)).toBe(array.at(index));
  });
});

describe('findBySequence', () => {
  it('finds a message that the SDK names by sequence and time alone', () => {
    const timeline = timelineOf(
      ...[1, 2, 3].flatMap((time) =>
        ['alice', 'bob'].map((from) => messageOf({ from, time, sequence: time * 10, random: time })),
      ),
      messageOf({ from: 'carol', time: 2, sequence: 77 }),
    );
    expect(findBySequence(timeline, 77, 2)?.from).toBe('carol');
    expect(findBySequence(timeline, 77, 3)).toBeUndefined();
  });

  it('is content with the sequence where no time is told, in groups alone', () => {
    const group = { conversationID: 'GROUPg', conversationType: 'GROUP' } as const;
    const inGroup = timelineOf(...[1, 2, 3].map((sequence) => messageOf({ ...group, sequence, time: 5 })));
    expect(findBySequence(inGroup, 2, 0)?.sequence).toBe(2);
    const withAlice = timelineOf(...[1, 2, 3].map((sequence) => messageOf({ sequence, time: 5 })));
    expect(findBySequence(withAlice, 2, 0)).toBeUndefined();
  });
});

describe('findCopy', () => {
  it('finds the row of a copy under another ID, sent or not', () => {
    const sent = messageOf({ time: 5, sequence: 1, random: 8 });
    const failed = messageOf({ ...own, status: 'fail', sequence: 2, clientSequence: 2, random: 9 });
    const timeline = timelineOf(sent, failed);
    expect(findCopy(timeline, { ...sent, ID: 'parsed-again' })).toBe(sent);
    expect(findCopy(timeline, { ...failed, ID: 'parsed-again', clientSequence: 0 })).toBe(failed);
    expect(findCopy(timeline, messageOf({ time: 6 }))).toBeUndefined();
  });
});
