import type { Observable } from 'rxjs';
import { Subject } from 'rxjs';
import type { StoreEvent, TimEvent, TimEventMap, TimEventType } from '../events.ts';
import { EVENT } from '../sdk/constants.ts';
import type { TimChanges } from './diff-states.ts';
import type { Report } from './guarded-observable.ts';
import { GuardedObservable } from './guarded-observable.ts';

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** The name of an event's stream: `MESSAGE_RECEIVED` → `messageReceived$`. */
export type TimStreamName<K extends TimEventType> = `${Camel<Lowercase<K>>}$`;

/**
 * Observables of what happens, hot: they emit from subscription on, each after the commit that contains its event, in
 * the SDK's order, and complete with `dispose`. What a subscriber throws is reported and harms no other.
 *
 * @example
 * store.streams.messageReceived$.subscribe((messages) => notify(messages.length));
 */
export type TimStreams = { readonly [K in TimEventType as TimStreamName<K>]: Observable<TimEventMap[K]> } & {
  /** All of the SDK's events. */
  readonly event$: Observable<TimEvent>;
  /** What each commit changed. */
  readonly changes$: Observable<TimChanges>;
};

/** The streams, and the way to feed them. */
export interface StreamSource {
  readonly streams: TimStreams;
  readonly emitEvent: (event: TimEvent) => void;
  readonly emitChanges: (changes: () => TimChanges) => void;
  readonly complete: () => void;
}

/** Streams that report what their subscribers throw. */
export function createStreams(report: Report): StreamSource {
  const event$ = new Subject<TimEvent>();
  const changes$ = new Subject<TimChanges>();
  const byType = new Map(timEventTypes.map((type) => [type, new Subject<unknown>()]));
  const streams = Object.fromEntries([
    ...[...byType].map(
      ([type, subject]) => [streamName(type), new GuardedObservable(subject, report)] as const,
    ),
    ['event$', new GuardedObservable(event$, report)],
    ['changes$', new GuardedObservable(changes$, report)],
  ]) as unknown as TimStreams;

  return {
    streams: Object.freeze(streams),
    emitEvent: (event) => {
      byType.get(event.type)?.next(event.data);
      event$.next(event);
    },
    emitChanges: (changes) => {
      if (changes$.observed) changes$.next(changes());
    },
    complete: () => {
      for (const subject of [...byType.values(), event$, changes$]) subject.complete();
    },
  };
}

const timEventTypes = Object.keys(EVENT) as readonly TimEventType[];
const names: ReadonlySet<string> = new Set(timEventTypes);

/** Whether a store event is one of the SDK's, and so for the streams. */
export function isTimEvent(event: StoreEvent): event is StoreEvent & TimEvent {
  return names.has(event.type);
}

/** `MESSAGE_RECEIVED` → `messageReceived$`. */
export function streamName<K extends TimEventType>(type: K): TimStreamName<K> {
  const camel = type.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}$` as TimStreamName<K>;
}
