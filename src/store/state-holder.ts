import type { Subscriber } from 'rxjs';
import { Observable } from 'rxjs';
import { createStore } from 'zustand/vanilla';
import type { StoreEvent } from '../events.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import type { TimState } from '../state.ts';
import type { TimChanges } from './diff-states.ts';
import { diffStates } from './diff-states.ts';
import { GuardedObservable } from './guarded-observable.ts';
import { createKeyedListeners } from './keyed-listeners.ts';
import type { ReduceOptions } from './reduce.ts';
import { initialState, reduce } from './reduce.ts';
import { createStreams, isTimEvent } from './streams.ts';
import type { TimErrorSource, TimStore } from './tim-store.ts';

/** Holds the state, and tells of its changes. */
export interface StateHolder
  extends Pick<TimStore, 'getState' | 'getInitialState' | 'subscribe' | 'select' | 'streams'> {
  /**
   * Takes a flush of events into the state: one commit, or none if they change nothing. `joined` is the same in fewer
   * events; where one of those cannot be reduced, each of `events` is by itself.
   */
  readonly commit: (joined: readonly StoreEvent[], events?: readonly StoreEvent[]) => void;
  /** Tells the streams of an event that is in the state now. */
  readonly emit: (event: StoreEvent) => void;
  /** Tells the streams what the commit changed. */
  readonly flushed: () => void;
  readonly complete: () => void;
}

/** A selector of the library, which has keys, or any other. */
interface AnySelector<T> extends Partial<Pick<KeyedSelector<never[], T>, 'keys'>> {
  (state: TimState, ...args: never[]): T;
}

/** A holder of the initial state. `onError` is told of what listeners and subscribers throw. */
export function createStateHolder(
  options: ReduceOptions,
  onError: (error: TimStoreError, events: readonly TimErrorSource[]) => void,
): StateHolder {
  const initial = initialState();
  const store = createStore(() => initial);
  /** The subscribers of `select`; not by a Subject, which looks through all of them for the one that leaves. */
  const selecting = new Set<Subscriber<never>>();
  let isCompleted = false;
  const keyed = createKeyedListeners();
  let handling: readonly StoreEvent[] = [];
  let changes: (() => TimChanges) | undefined;
  /** The state before the commit that is being told of. A listener keeps none: it may never be called again. */
  let last = initial;

  const report = (cause: unknown): void => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `unable to finish telling of a change; a listener, selector or subscriber threw: ${reason}`;
    onError(new TimStoreError('SUBSCRIBER_FAILED', message, { cause }), handling);
  };
  const guard = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      report(error);
    }
  };
  const source = createStreams(report);

  const subscribe: TimStore['subscribe'] = (listener, keys) => {
    if (keys === undefined)
      return store.subscribe((state, previous) => guard(() => listener(state, previous)));
    const wake = (): void => guard(() => listener(store.getState(), last));
    const releases = [keys].flat().map((key) => keyed.add(key, wake));
    return () => {
      for (const release of releases) release();
    };
  };

  const select = <T>(selector: AnySelector<T>, ...given: readonly unknown[]): Observable<T> => {
    // No selector of the library takes a function: the one that is given is `isEqual`.
    const args = given.filter((arg) => typeof arg !== 'function') as never[];
    const isEqual = (given[args.length] ?? Object.is) as (a: T, b: T) => boolean;
    return new GuardedObservable(
      new Observable((subscriber) => {
        let last: { readonly value: T } | undefined;
        const next = (): void =>
          guard(() => {
            const value = selector(store.getState(), ...args);
            if (last !== undefined && isEqual(last.value, value)) return;
            last = { value };
            subscriber.next(value);
          });
        if (isCompleted) return subscriber.complete();
        selecting.add(subscriber);
        subscriber.add(() => selecting.delete(subscriber));
        subscriber.add(subscribe(next, selector.keys?.(...args)));
        next();
      }),
      report,
    );
  };

  /** One event that cannot be reduced must not take the others of its flush along. */
  const reduceEach = (joined: readonly StoreEvent[], events: readonly StoreEvent[]) => {
    try {
      return reduce(store.getState(), joined, options);
    } catch {
      return events.reduce((state, event) => {
        try {
          return reduce(state, [event], options);
        } catch (cause) {
          onError(
            new TimStoreError('MALFORMED_DATA', `unable to apply ${event.type}; ${String(cause)}`, { cause }),
            [event],
          );
          return state;
        }
      }, store.getState());
    }
  };

  return {
    getState: store.getState,
    getInitialState: () => initial,
    streams: source.streams,
    subscribe,
    select,
    commit: (joined, events = joined) => {
      handling = events;
      const before = store.getState();
      const after = reduceEach(joined, events);
      changes = undefined;
      if (after === before) return;
      changes = () => diffStates(before, after, events);
      store.setState(after, true);
      last = before;
      keyed.wake(before, after);
      last = after;
    },
    emit: (event) => {
      handling = [event];
      if (isTimEvent(event)) source.emitEvent(event);
    },
    flushed: () => {
      if (changes !== undefined) source.emitChanges(changes);
      changes = undefined;
      handling = [];
    },
    complete: () => {
      source.complete();
      isCompleted = true;
      for (const subscriber of selecting) subscriber.complete();
      keyed.clear();
    },
  };
}
