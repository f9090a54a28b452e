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
  /**
   * Calls `callback` once, `ms` milliseconds from now; the answer cancels it. `isIdle`: a program that has nothing else
   * left to do need not go on for it, where the platform can tell (Node).
   */
  readonly setTimeout: (callback: () => void, ms: number, isIdle?: boolean) => () => void;
}

/** The clock of the machine: `Date.now` and the global timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms, isIdle = false) => {
    const timer = setTimeout(callback, ms);
    // A number in browsers.
    if (isIdle) (Object(timer) as { readonly unref?: () => void }).unref?.();
    return () => clearTimeout(timer);
  },
};
