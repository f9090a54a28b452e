/** Where a sender's counter starts: large, from the clock, so that counters of two users are not comparable. */
export function firstSequence(nowMs: number): number {
  return (Math.floor(nowMs / 1000) % 399_989) * 10_000;
}
