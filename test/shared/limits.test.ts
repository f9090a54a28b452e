import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, requireBytes, requireID, requireIDs, requireWhole } from '../../src/shared/limits.ts';

describe('byteLength', () => {
  it('is the length in UTF-8, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe('requireBytes', () => {
  it('lets pass what is within the limits, and what is not given', () => {
    expect(() => requireBytes('go', { name: 'é'.repeat(15) }, { name: 30, note: 1 })).not.toThrow();
    expect(() => requireBytes('go', undefined, { name: 30 })).not.toThrow();
  });

  it('throws for what is too long, with the limit', () => {
    expect(() => requireBytes('go', { name: '群'.repeat(11) }, { name: 30 })).toThrow(
      'unable to go; name has 33 bytes: at most 30 are allowed',
    );
  });

  it('throws for what is no text', () => {
    expect(() => requireBytes('go', { name: 1 }, { name: 30 })).toThrow(
      'unable to go; name must be a string',
    );
  });
});

describe('requireID, requireIDs and requireWhole', () => {
  it('answer what is right', () => {
    expect(requireID('go', 'userID', 'alice')).toBe('alice');
    expect(requireIDs('go', 'userIDs', ['alice', 'bob'])).toEqual(['alice', 'bob']);
    expect(() => requireWhole('go', 'count', 100, 1, 100)).not.toThrow();
  });

  it.each([undefined, '', 1, null])('refuse the ID %j', (value) => {
    expect(() => requireID('go', 'userID', value)).toThrow('unable to go; userID must be a non-empty string');
  });

  it.each([[undefined], ['alice'], [[]], [['alice', '']], [[1]]])('refuse the IDs %j', (value) => {
    expect(() => requireIDs('go', 'userIDs', value)).toThrow(
      'unable to go; userIDs must be a non-empty array of non-empty strings',
    );
  });

  it.each([0, 101, 1.5, '7', Number.NaN])('refuse the number %j', (value) => {
    expect(() => requireWhole('go', 'count', value, 1, 100)).toThrow(
      'unable to go; count must be a whole number from 1 to 100',
    );
  });
});
