/**
 * The globals that the core may use, beyond ECMAScript: everything else of a browser or of Node does not compile in
 * `src`. What a host may lack (mini programs have neither of the last two) is possibly `undefined` here, so that
 * the compiler asks for a feature test.
 */

interface HostTimer {
  readonly hostTimer: unique symbol;
}

declare function setTimeout(callback: () => void, ms: number): HostTimer;
declare function clearTimeout(timer: HostTimer): void;
declare function queueMicrotask(callback: () => void): void;

declare const console: {
  readonly error: (...data: readonly unknown[]) => void;
  readonly warn: (...data: readonly unknown[]) => void;
};

declare const reportError: ((error: unknown) => void) | undefined;
declare const requestAnimationFrame: ((callback: (time: number) => void) => number) | undefined;
