import type { Clock } from '../shared/clock.ts';

/** A clock that stands still until it is moved by hand. */
export interface ManualClock extends Clock {
  /**
   * Moves the time on by `ms` and runs what falls due on the way, in order, each at its own time. Promise chains
   * run on between two timers, and before the answer resolves. A call that comes while another one moves the clock
   * begins after it. Rejects when a callback throws.
   */
  readonly advance: (ms: number) => Promise<void>;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** How many turns promise chains get between two timers: more than any chain here is long. */
const TURNS = 100;

/**
 * A clock for tests: give it to the server (and to the store), then move everything with it.
 *
 * @param startMs Milliseconds since the epoch at which it starts; some day in 2025 unless told.
 * @example
 * const clock = createManualClock();
 * const server = createMemoryServer({ clock });
 * const login = server.createSdk().login({ userID: 'me', userSig: 'any' });
 * await clock.advance(0); // the answers that take no time
 * await login;
 */
export function createManualClock(startMs = 1_760_000_000_000): ManualClock {
  let now = startMs;
  /** By due time; equal ones in the order in which they were set. */
  const timers: Timer[] = [];

  /** Ends when the clock has moved as far as it was told until now. */
  let moved: Promise<unknown> = Promise.resolve();

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
  };

  const moveBy = async (ms: number): Promise<void> => {
    const end = now + ms;
    await settle();
    for (let next = timers[0]; next !== undefined && next.due <= end; next = timers[0]) {
      timers.shift();
      now = next.due;
      next.callback();
      await settle();
    }
    now = end;
  };

  return {
    now: () => now,

    setTimeout: (callback, ms) => {
      const timer: Timer = { due: now + Math.max(0, ms), callback };
      let index = timers.length;
      while (index > 0 && (timers[index - 1]?.due ?? 0) > timer.due) index -= 1;
      timers.splice(index, 0, timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },

    advance: (ms) => {
      const move = moved.then(() => moveBy(ms));
      moved = move.catch(() => undefined);
      return move;
    },
  };
}
