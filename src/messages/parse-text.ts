import { memoize } from '../shared/memo.ts';

/** A stretch of a text that is to be shown in one way. `text` is the stretch as it was written: joined, they are the text. */
export type TextSegment<Emoji> =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emoji'; readonly text: string; readonly emoji: Emoji }
  | { readonly type: 'mention'; readonly text: string; readonly userID: string }
  | { readonly type: 'link'; readonly text: string; readonly href: string };

/** What `parseText` is to know. The same objects in each call spare it the work of reading them again. */
export interface ParseTextOptions<Emoji> {
  /** By the word in brackets, as it is written: `{ '[Smile]': 'smile.png' }`. What is not in it stays text. */
  readonly emoji?: Readonly<Record<string, Emoji>>;
  /** The user IDs of those who may be mentioned, by what is written behind the `@`; of two that fit, the longer one counts. */
  readonly mentions?: Readonly<Record<string, string>>;
}

/**
 * Cuts a text into stretches of plain text, emoji, mentions and links, in order and without losing a character. Its cost
 * grows with the length of the text, whatever stands in it. Only `http` and `https` make a link, without the punctuation
 * that ends a sentence.
 *
 * @example
 * parseText('Hi @Bob [Smile]', { emoji: { '[Smile]': 'smile.png' }, mentions: { Bob: 'bob' } });
 * // text 'Hi ', mention '@Bob' (userID 'bob'), text ' ', emoji '[Smile]' (emoji 'smile.png')
 */
export function parseText<Emoji = never>(
  text: string,
  { emoji = {}, mentions = {} }: ParseTextOptions<Emoji> = {},
): readonly TextSegment<Emoji>[] {
  const segments: TextSegment<Emoji>[] = [];
  let plainFrom = 0;
  const find = (at: number): TextSegment<Emoji> | undefined => {
    const start = text[at];
    if (start === '[') {
      const key = longestAt(text, at, wordsOf(emoji));
      return key === undefined ? undefined : { type: 'emoji', text: key, emoji: emoji[key] as Emoji };
    }
    if (start === '@') {
      const name = longestAt(text, at + 1, wordsOf(mentions));
      return name === undefined
        ? undefined
        : { type: 'mention', text: `@${name}`, userID: mentions[name] ?? '' };
    }
    return start === 'h' || start === 'H' ? linkAt(text, at) : undefined;
  };
  for (let at = 0; at < text.length; ) {
    const segment = find(at);
    if (segment === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) segments.push({ type: 'text', text: text.slice(plainFrom, at) });
    segments.push(segment);
    at += segment.text.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) segments.push({ type: 'text', text: text.slice(plainFrom) });
  return segments;
}

/** The words of a table, and how long they are, longest first. */
const wordsOf = memoize((table: object) => {
  const words = new Set(Object.keys(table).filter((word) => word !== ''));
  return { words, lengths: [...new Set([...words].map((word) => word.length))].sort((a, b) => b - a) };
});

function longestAt(
  text: string,
  at: number,
  { words, lengths }: ReturnType<typeof wordsOf>,
): string | undefined {
  for (const length of lengths) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}

// Without the flag `u`, which has `i` take a long s for an s: what is found must stay what the last look accepts.
const LINK = /https?:\/\/[^\s<>"'\u3000-\u303f\uff00-\uffef]+/iy;

function linkAt(text: string, at: number): { type: 'link'; text: string; href: string } | undefined {
  LINK.lastIndex = at;
  const [found = ''] = LINK.exec(text) ?? [];
  let length = found.length;
  /** How many more brackets are closed than opened: those do not belong to it. */
  let closed = found.split(')').length - found.split('(').length;
  for (; length > 0; length--) {
    const last = found[length - 1] ?? '';
    if (last === ')' ? closed <= 0 : !'.,;:!?]}*_~'.includes(last)) break;
    closed -= Number(last === ')');
  }
  const link = found.slice(0, length);
  return /^https?:\/\/./i.test(link) ? { type: 'link', text: link, href: link } : undefined;
}
