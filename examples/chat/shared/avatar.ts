/** How many colours theme.css has for avatars. */
const COLORS = 6;

/** One or two letters to stand for a picture. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => /^./u.exec(word ?? '') ?? '')
    .join('')
    .toUpperCase();
}

/** The same colour for the same user or group, everywhere: an index from 0. `id` may be a conversation's, too. */
export function colorOf(id: string): number {
  let sum = 0;
  for (const character of id.replace(/^(C2C|GROUP)/, ''))
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % COLORS;
}
