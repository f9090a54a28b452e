import fc from 'fast-check';
import { parseText } from 'tim-reactive';
import { describe, expect, it, vi } from 'vitest';

const emoji = { '[Smile]': 'smile.png', '[Thumbs up]': 'up.png' };
const mentions = { Bob: 'bob', 'Bob Meyer': 'meyer', All: '__all__' };

/** Each segment as `type:text`. */
const parts = (text: string): readonly string[] =>
  parseText(text, { emoji, mentions }).map((segment) => `${segment.type}:${segment.text}`);

describe('parseText', () => {
  it('finds emoji, mentions and links, with what they stand for', () => {
    expect(parseText('Hi @Bob [Smile] see https://a.example/x?y=1!', { emoji, mentions })).toEqual([
      { type: 'text', text: 'Hi ' },
      { type: 'mention', text: '@Bob', userID: 'bob' },
      { type: 'text', text: ' ' },
      { type: 'emoji', text: '[Smile]', emoji: 'smile.png' },
      { type: 'text', text: ' see ' },
      { type: 'link', text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      { type: 'text', text: '!' },
    ]);
  });

  it.each([
    ['an unknown word in brackets', '[Nope]', ['text:[Nope]']],
    ['what a record inherits', '[constructor] @constructor', ['text:[constructor] @constructor']],
    ['a bracket that is not closed', '[Smile', ['text:[Smile']],
    ['an @ before nobody known', 'a@b.example @carol', ['text:a@b.example @carol']],
    ['a scheme without an address', 'http:// https://', ['text:http:// https://']],
    ['other schemes', 'javascript:alert(1) ftp://x', ['text:javascript:alert(1) ftp://x']],
    ['what only looks like a scheme', 'http\u{17f}://a.example', ['text:http\u{17f}://a.example']],
    ['nothing', '', []],
  ])('leaves %s as text', (_what, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    ['[[Smile]]', ['text:[', 'emoji:[Smile]', 'text:]']],
    ['@Bob Meyer and @Bob Miller', ['mention:@Bob Meyer', 'text: and ', 'mention:@Bob', 'text: Miller']],
    ['(http://a.example/b_(c))', ['text:(', 'link:http://a.example/b_(c)', 'text:)']],
    ['看https://a.example，好', ['text:看', 'link:https://a.example', 'text:，好']],
    ['HTTPS://A.EXAMPLE', ['link:HTTPS://A.EXAMPLE']],
  ])('cuts %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('knows nothing but links unless told', () => {
    expect(parseText('[Smile] @Bob http://a.example').map(({ type }) => type)).toEqual(['text', 'link']);
  });

  it('loses no character, joins neighbouring text, and gives no empty stretch', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[Smile]',
        '[Smil',
        '@Bob',
        '@Bob Meyer',
        '@',
        '[',
        ']',
        'http://',
        'https://a.b/c',
        '.)',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const segments = parseText(text, { emoji, mentions });
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
        const types = segments.map(({ type }) => type);
        expect(types.some((type, index) => type === 'text' && types[index + 1] === 'text')).toBe(false);
      }),
    );
  });

  it.each('. ) [ @ h http http:// [Smile @Bob\u{a0}Meye https://a) https://a( http\u{17f}://a'.split(' '))(
    'costs by the length of the text alone, also where %s is repeated',
    (piece) => {
      /** How many characters are looked at when a text is cut, beside one look at each. */
      const looks = (length: number): number => {
        const run = piece.repeat(length / piece.length);
        const slice = vi.spyOn(String.prototype, 'slice');
        for (const text of [run, `http://a${run}`]) parseText(text, { emoji, mentions });
        const characters = slice.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);
        slice.mockRestore();
        return characters;
      };
      expect(looks(40_000)).toBeLessThan(2.5 * looks(20_000) + 1000);
    },
  );
});
