import type { Observable } from 'rxjs';
import { Subject } from 'rxjs';
import type { StoreEvent } from '../events.ts';
import type { Schedule } from './batch-on.ts';
import { batchOn, microtask } from './batch-on.ts';
import { joinReceived } from './join-received.ts';

/** The one way into the state: a serial queue of what the SDK tells and what actions bring. */
export interface Pipeline {
  /** Takes an event of the SDK. */
  readonly push: (event: StoreEvent) => void;
  /** Takes what an action brings; resolves after the commit that contains it, one microtask later. */
  readonly dispatch: (event: StoreEvent) => Promise<void>;
  /** Each event once the state has it, in order; those of new messages that follow one another as one. */
  readonly committed$: Observable<StoreEvent>;
  /** Handles what is in the queue, and takes nothing more. */
  readonly complete: () => void;
}

interface Queued {
  readonly event: StoreEvent;
  readonly isUrgent: boolean;
  readonly done: () => void;
}

/**
 * Makes a pipeline. `commit` is called once a flush with all its events, joined and one by one, then `emit` for each, then `flushed`. SDK
 * events wait for `schedule`; what an action brings flushes everything one microtask later.
 */
export function createPipeline(options: {
  readonly schedule: Schedule;
  readonly commit: (joined: readonly StoreEvent[], events: readonly StoreEvent[]) => void;
  readonly emit: (event: StoreEvent) => void;
  readonly flushed: () => void;
}): Pipeline {
  const queue = new Subject<Queued>();
  const committed$ = new Subject<StoreEvent>();
  let isComplete = false;

  batchOn(queue, ({ isUrgent }) => (isUrgent ? microtask : options.schedule)).subscribe({
    next: (batch) => {
      const events = batch.map(({ event }) => event);
      const joined = joinReceived(events);
      options.commit(joined, events);
      for (const event of joined) committed$.next(event);
      for (const { event } of batch) options.emit(event);
      options.flushed();
      for (const { done } of batch) done();
    },
    complete: () => committed$.complete(),
  });
  return {
    committed$,
    push: (event) => queue.next({ event: freeze(event), isUrgent: false, done: () => undefined }),
    dispatch: (event) =>
      isComplete
        ? Promise.resolve()
        : new Promise((resolve) => queue.next({ event: freeze(event), isUrgent: true, done: resolve })),
    complete: () => {
      isComplete = true;
      queue.complete();
    },
  };
}

/** The event with its lists; what is in them was frozen when it was copied. */
function freeze(event: StoreEvent): StoreEvent {
  for (const key in event) Object.freeze(event[key as keyof StoreEvent]);
  return Object.freeze(event);
}
