import type { TimStoreError } from '../shared/tim-store-error.ts';

/**
 * The time during which one account may call and be answered. When it ends, by logout, kick-out, another login or
 * dispose, every call of it that still runs ends with that reason, and no answer lands afterwards.
 */
export interface AccountScope {
  readonly isOver: () => boolean;
  /** Throws the reason once it is over, which the state may not show before the next microtask. */
  readonly requireOpen: () => void;
  /** What `call` resolves or rejects with, unless the scope ends first. */
  readonly guard: <T>(call: Promise<T>) => Promise<T>;
  /** Calls back, at once and in order, when the scope ends; the answer takes that back. */
  readonly onEnd: (callback: (reason: TimStoreError) => void) => () => void;
  readonly end: (reason: TimStoreError) => void;
}

/** A scope that has just begun. */
export function createAccountScope(): AccountScope {
  const callbacks = new Set<(reason: TimStoreError) => void>();
  let ended: TimStoreError | undefined;

  const onEnd = (callback: (reason: TimStoreError) => void): (() => void) => {
    if (ended === undefined) callbacks.add(callback);
    else callback(ended);
    return () => void callbacks.delete(callback);
  };
  return {
    isOver: () => ended !== undefined,
    requireOpen: () => {
      if (ended !== undefined) throw ended;
    },
    onEnd,
    guard: (call) =>
      new Promise((resolve, reject) => {
        const release = onEnd(reject);
        call.then(resolve, reject).finally(release).catch(reject);
      }),
    end: (reason) => {
      if (ended !== undefined) return;
      ended = reason;
      for (const callback of callbacks) callback(reason);
      callbacks.clear();
    },
  };
}
