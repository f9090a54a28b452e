import { EVENT } from 'tim-reactive';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** What one step of a scenario let a client observe. */
export interface StepTrace {
  /** The keys of the events and how the action ended, in order, joined by spaces. */
  readonly order: string;
  /** The data of the events, by key, each as it was when the event came. */
  readonly events: Readonly<Record<string, readonly Snapshot[]>>;
  readonly outcome: Snapshot;
  readonly notes: Readonly<Record<string, Snapshot>>;
}

/** By label. */
export type Trace = Readonly<Record<string, StepTrace>>;

/** Writes a trace. */
export interface Recorder {
  readonly step: <T>(label: string, action: () => T, ms?: number) => Promise<Awaited<T> | undefined>;
  readonly meanwhile: (label: string, action: () => unknown, ms?: number) => Promise<void>;
  readonly note: (label: string, value: unknown) => void;
  readonly trace: () => Trace;
}

interface Emitter {
  readonly on: (name: never, handler: (event: { readonly data?: unknown }) => void) => void;
}

interface OpenStep {
  readonly order: string[];
  readonly events: Record<string, Snapshot[]>;
  outcome: Snapshot;
  readonly notes: Record<string, Snapshot>;
}

const newStep = (): OpenStep => ({ order: [], events: {}, outcome: undefined, notes: {} });

/** Records what comes from an SDK. @param pass Lets so many milliseconds go by. */
export function createRecorder(sdk: Emitter, pass: (ms: number) => Promise<unknown>): Recorder {
  const steps: Record<string, OpenStep> = {};
  let open = newStep();
  for (const [key, name] of Object.entries(EVENT)) {
    sdk.on(name as never, ({ data }) => {
      open.order.push(key);
      (open.events[key] ??= []).push(key === 'ERROR' ? outcomeOf(data) : snapshotOf(data));
    });
  }

  const begin = (label: string): OpenStep => {
    if (label in steps) throw new Error(`there are two steps "${label}"`);
    open = newStep();
    steps[label] = open;
    return open;
  };

  const step: Recorder['step'] = async (label, action, ms = 2500) => {
    const mine = begin(label);
    mine.outcome = 'pending';
    const end = (how: string, outcome: Snapshot): void => {
      mine.order.push(`(${how})`);
      mine.outcome = outcome;
    };
    const result: { value?: unknown } = {};
    const take = (how: string, value: unknown): void => {
      result.value = value;
      end(how, snapshotOf(value));
    };
    try {
      const returned: unknown = action();
      if (!(returned instanceof Promise)) take('returned', returned);
      else
        returned.then(
          (value: unknown) => take('resolved', value),
          (error: unknown) => end('rejected', outcomeOf(error)),
        );
    } catch (error) {
      end('thrown', outcomeOf(error));
    }
    await pass(ms);
    return result.value as never;
  };

  return {
    step,
    meanwhile: async (label, action, ms = 2500) => {
      begin(label);
      action();
      await pass(ms);
    },
    note: (label, value) => {
      open.notes[label] = snapshotOf(value);
    },
    trace: () => {
      open = newStep(); // what comes from now on is not of the scenario
      return Object.fromEntries(
        Object.entries(steps).map(([label, { order, ...rest }]) => [
          label,
          { order: order.join(' '), ...rest },
        ]),
      );
    },
  };
}

/** Of an error the code and the message that was not sent; the texts are downloaded. */
function outcomeOf(error: unknown): Snapshot {
  const { code, data } = error as { readonly code?: number; readonly data?: { readonly message?: unknown } };
  const { message } = data ?? {};
  const isMessage = typeof message === 'object';
  return { code: code ?? 'no code', ...(isMessage && { message: snapshotOf(message) }) };
}
