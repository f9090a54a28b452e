import type { Clock } from './clock.ts';
import { TimStoreError } from './tim-store-error.ts';

/** The part of an `AbortSignal` that is used: the core knows no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How a call of many parts goes on, and how it may be ended. */
export interface ChunkOptions {
  readonly operation: string;
  /** The most items that the SDK takes at once; it drops the rest without a word. */
  readonly size: number;
  /** Ends it before the next part: rejects with `ABORTED`, or `PARTIAL` where something was done. */
  readonly signal?: AbortSignalLike | undefined;
  /** The time between the beginnings of two parts, for calls that the SDK takes only so often. */
  readonly pause?: { readonly clock: Clock; readonly ms: number };
}

/**
 * Makes one call of the SDK for each chunk of the items, one after the other, and answers all answers. The first
 * failure stops: with several chunks it rejects with `PARTIAL`, whose `done` and `remaining` are the items' IDs.
 */
export async function inChunks<T, Answer>(
  items: readonly T[],
  options: ChunkOptions,
  call: (chunk: readonly T[]) => Promise<Answer>,
  idOf: (item: T) => string = String,
): Promise<readonly Answer[]> {
  const { operation, size, signal, pause } = options;
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += size) {
    try {
      if (start > 0 && pause !== undefined) await wait(pause.clock, pause.ms, signal);
      requireGoing(signal, operation);
      answers.push(await call(items.slice(start, start + size)));
    } catch (cause) {
      const isPartial = start > 0 || (items.length > size && !isAborted(cause));
      if (!isPartial) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new TimStoreError(
        'PARTIAL',
        `unable to ${operation}; ${start} of ${items.length} went through, then: ${reason}`,
        {
          cause,
          sdkCode: cause instanceof TimStoreError ? cause.sdkCode : undefined,
          retryable: cause instanceof TimStoreError && cause.retryable,
          done: items.slice(0, start).map(idOf),
          remaining: items.slice(start).map(idOf),
        },
      );
    }
  }
  return answers;
}

/** Throws `ABORTED` once the signal says so. */
export function requireGoing(signal: AbortSignalLike | undefined, operation: string): void {
  if (signal?.aborted !== true) return;
  throw new TimStoreError('ABORTED', `unable to ${operation}; its signal was aborted`, {
    cause: signal.reason,
  });
}

function isAborted(error: unknown): boolean {
  return error instanceof TimStoreError && error.code === 'ABORTED';
}

/** Waits on the clock, or until the signal ends it. */
function wait(clock: Clock, ms: number, signal: AbortSignalLike | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.setTimeout(end, ms);
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end);
  });
}
