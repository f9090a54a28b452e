import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeMessages } from '../../src/messages/merge-messages.ts';
import type { Message } from '../../src/messages/message.ts';
import { copyOf, messageOf } from './arbitrary-messages.ts';

/** Copies of one message, with any send status that a store may have given them. */
const copy: fc.Arbitrary<Message> = fc
  .tuple(
    copyOf({ isGroup: false, from: 'me', time: 1, sequence: 1, random: 1 }),
    fc.constantFrom<Message['status']>('sending', 'success', 'fail'),
    fc.record({
      attempt: fc.nat(2),
      time: fc.nat(1),
      clientSequence: fc.nat(1),
      random: fc.nat(1), // of a file that was made into a message anew
      onlineUserOnly: fc.boolean(),
    }),
  )
  .map(([message, status, fields]): Message => ({ ...message, ...fields, status }));

const withoutID = (message: Message): unknown => ({ ...message, ID: '' });

describe('mergeMessages', () => {
  it('is commutative, but for the ID', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        expect(withoutID(mergeMessages(a, b))).toEqual(withoutID(mergeMessages(b, a)));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        expect(mergeMessages(mergeMessages(a, b), c)).toEqual(mergeMessages(a, mergeMessages(b, c)));
      }),
    );
  });

  it('is idempotent, down to the identity', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const merged = mergeMessages(a, b);
        expect(mergeMessages(a, { ...a })).toBe(a);
        expect(mergeMessages(merged, a)).toBe(merged);
        expect(mergeMessages(merged, b)).toBe(merged);
      }),
    );
  });

  it('keeps content over a placeholder, whatever its version', () => {
    const placeholder = messageOf({ isPlaceMessage: 1, version: 9, payload: {} });
    const content = messageOf({ version: 0, payload: { text: 'here' } });
    expect(mergeMessages(placeholder, content).payload).toEqual({ text: 'here' });
    expect(mergeMessages(content, placeholder).isPlaceMessage).toBe(false);
  });

  it('takes isModified from the copy whose content it takes', () => {
    const original = messageOf({ version: 0, isModified: true });
    const later = messageOf({ version: 1, isModified: false, payload: { text: 'later' } });
    expect(mergeMessages(original, later)).toMatchObject({ isModified: false, payload: { text: 'later' } });
    expect(mergeMessages(original, { ...original, isModified: false }).isModified).toBe(true);
  });

  it('lets a resend begin a new attempt, which a stale failure does not end', () => {
    const failed: Message = { ...messageOf({ status: 'fail' }), attempt: 1 };
    const resent: Message = { ...failed, attempt: 2, status: 'sending', error: undefined };
    expect(mergeMessages(failed, resent).status).toBe('sending');
    expect(mergeMessages(resent, failed).status).toBe('sending');
    expect(mergeMessages(resent, messageOf()).status).toBe('success');
  });
});
