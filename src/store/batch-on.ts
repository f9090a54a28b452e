import { Observable } from 'rxjs';

/** Calls back once, later. The answer takes that back. */
export type Schedule = (flush: () => void) => () => void;

/**
 * Collects what a source emits into batches, in order, none lost: the first value of a batch schedules its end.
 * What arrives while a batch is being handled goes into the next one. The source's completion ends an open batch at once.
 */
export function batchOn<T>(
  source: Observable<T>,
  schedule: (value: T) => Schedule,
): Observable<readonly T[]> {
  return new Observable((subscriber) => {
    let batch: T[] = [];
    let pending: { readonly schedule: Schedule; readonly cancel: () => void } | undefined;
    const flush = (): void => {
      const values = batch;
      batch = [];
      pending = undefined;
      if (values.length > 0) subscriber.next(values);
    };
    const subscription = source.subscribe({
      next: (value) => {
        batch.push(value);
        const wanted = schedule(value);
        if (pending?.schedule === wanted) return;
        // A value in more of a hurry takes all that wait along.
        if (pending !== undefined && wanted !== microtask) return;
        pending?.cancel();
        pending = { schedule: wanted, cancel: wanted(flush) };
      },
      complete: () => {
        pending?.cancel();
        flush();
        subscriber.complete();
      },
    });
    return () => {
      pending?.cancel();
      subscription.unsubscribe();
    };
  });
}

/** One microtask later: after the present callback, and together with what it set off up to then. */
export const microtask: Schedule = (flush) => {
  let isCancelled = false;
  void Promise.resolve().then(() => {
    if (!isCancelled) flush();
  });
  return () => {
    isCancelled = true;
  };
};
