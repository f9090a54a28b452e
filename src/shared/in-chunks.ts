import type { Clock } from './clock.ts';
import { TimStoreError } from './tim-store-error.ts';
import { unable } from './unable.ts';

/** The part of an `AbortSignal` that is used: the core knows no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
}

/** How a call of many parts goes on, and how it may be ended. */
export interface ChunkOptions<T = never> {
  readonly operation: string;
  /** The most items that the SDK takes at once; it drops the rest without a word. */
  readonly size: number;
  /** What the items of one call must have in common. */
  readonly by?: (item: T) => string;
  /** Ends it before the next part: rejects with `ABORTED`, or `PARTIAL` where something was done. */
  readonly signal?: AbortSignalLike | undefined;
  /** Waits for each call's turn, where the SDK takes only so many. */
  readonly turn?: (signal: AbortSignalLike | undefined) => Promise<void>;
}

/**
 * Makes one call of the SDK for each chunk of the items, one after the other, and answers all answers. The first
 * failure stops: with several chunks it rejects with `PARTIAL`, whose `done` and `remaining` are the items' IDs.
 */
export async function inChunks<T, Answer>(
  items: readonly T[],
  options: ChunkOptions<T>,
  call: (chunk: readonly T[]) => Promise<Answer>,
  idOf: (item: T) => string = String,
): Promise<readonly Answer[]> {
  const { operation, size, by, signal, turn } = options;
  const chunks = chunksOf(items, size, by);
  const answers: Answer[] = [];
  for (const chunk of chunks) {
    try {
      await turn?.(signal);
      requireGoing(signal, operation);
      answers.push(await call(chunk));
    } catch (cause) {
      const done = chunks.slice(0, answers.length).flat();
      const isPartial = done.length > 0 || (chunks.length > 1 && !isAborted(cause));
      if (!isPartial) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw unable('PARTIAL', operation, `${done.length} of ${items.length} went through, then: ${reason}`, {
        cause,
        sdkCode: cause instanceof TimStoreError ? cause.sdkCode : undefined,
        retryable: cause instanceof TimStoreError && cause.retryable,
        done: done.map(idOf),
        remaining: chunks.slice(answers.length).flat().map(idOf),
      });
    }
  }
  return answers;
}

/** At most `size` items each, with the same `by`, in their order. */
function chunksOf<T>(
  items: readonly T[],
  size: number,
  by: (item: T) => string = () => '',
): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  const last = new Map<string, T[]>();
  for (const item of items) {
    let chunk = last.get(by(item)) ?? [];
    if (chunk.length === size) chunk = [];
    if (chunk.length === 0) {
      chunks.push(chunk);
      last.set(by(item), chunk);
    }
    chunk.push(item);
  }
  return chunks;
}

/** Hands out turns, one every so many milliseconds of the clock, to whoever asks; an abort ends the waiting. */
export function createTurns(
  clock: Clock,
  ms: number,
): (signal: AbortSignalLike | undefined) => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const now = clock.now();
    const mine = Math.max(now, next);
    next = mine + ms;
    if (mine > now) await wait(clock, mine - now, signal);
  };
}

/** Throws `ABORTED` once the signal says so. */
export function requireGoing(signal: AbortSignalLike | undefined, operation: string): void {
  if (signal?.aborted !== true) return;
  throw unable('ABORTED', operation, 'its signal was aborted', {
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
