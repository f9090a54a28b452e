import type { MemorySdk } from 'tim-reactive/memory';

/** What one method of an SDK was called with, and the `wrap` of a world that writes it down. */
export interface Spy {
  /** A copy of the first argument of each call. */
  readonly calls: readonly unknown[];
  readonly wrap: (sdk: MemorySdk) => MemorySdk;
}

/** Watches one method of the SDK. */
export function spyOn(method: keyof MemorySdk): Spy {
  const calls: unknown[] = [];
  const wrap = (sdk: MemorySdk): MemorySdk => ({
    ...sdk,
    [method]: (...args: readonly unknown[]): unknown => {
      calls.push(structuredClone(args[0]));
      const original: unknown = sdk[method];
      return typeof original === 'function' ? Reflect.apply(original, sdk, args) : undefined;
    },
  });
  return { calls, wrap };
}

/** How many users each call named, in `userIDList`. */
export function userCounts({ calls }: Spy): readonly number[] {
  return calls.map((options) => (options as { readonly userIDList: readonly string[] }).userIDList.length);
}
