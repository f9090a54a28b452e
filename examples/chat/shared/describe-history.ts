import type { History } from 'tim-reactive';

/** What is not as it should be with the messages of a conversation, in a few words; `''` for nothing. */
export function describeHistory({ isRepairing, isFilling, completeness }: History): string {
  if (isRepairing) return 'catching up…';
  if (isFilling) return 'filling…';
  return completeness === 'gaps' ? 'with gaps' : '';
}

/** What a gap is called; in groups the numbers of the messages tell how many it may hold, else nobody knows. */
export function describeGap(
  { from, to }: { readonly from: number; readonly to: number },
  isGroup: boolean,
): string {
  if (!isGroup) return 'Messages may be missing here';
  const count = to - from + 1;
  return count === 1 ? '1 message is missing here' : `${count} messages are missing here`;
}
