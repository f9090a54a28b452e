/**
 * Where time comes from. Everything that waits or reads the time asks a clock, so that a test (or the embedded
 * SDK) moves time by hand. `setTimeout` returns a function that cancels.
 *
 * @example
 * const cancel = systemClock.setTimeout(() => console.log('later'), 1000);
 * cancel();
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls `callback` once, `ms` milliseconds from now; the answer cancels it. */
  readonly setTimeout: (callback: () => void, ms: number) => () => void;
}

/** The clock of the machine: `Date.now` and the global timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
