/**
 * The globals that the core may use, beyond ECMAScript: everything else of a browser or of Node does not compile in
 * `src`.
 */

interface HostTimer {
  readonly hostTimer: unique symbol;
}

declare function setTimeout(callback: () => void, ms: number): HostTimer;
declare function clearTimeout(timer: HostTimer): void;

declare const console: {
  readonly error: (...data: readonly unknown[]) => void;
};
