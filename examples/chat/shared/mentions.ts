import type { Conversation } from 'tim-reactive';

/** The mentions known so far (their sequences), and those of the row that are not among them. The same list for nothing new. */
export function withMentions(known: readonly number[], row: Conversation | undefined): readonly number[] {
  const fresh = (row?.groupAtInfoList ?? [])
    .map(({ messageSequence }) => messageSequence)
    .filter((sequence) => !known.includes(sequence));
  return fresh.length === 0 ? known : [...known, ...fresh];
}
