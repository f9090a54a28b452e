import type { Job, Measured } from './measure.ts';

/** What a run comes to: `results.json`. */
export interface Results {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
  /** Microseconds an operation, medians over the rounds. */
  readonly measured: readonly Measured[];
  readonly memory: MemoryResult;
  readonly soak: SoakResult;
  readonly targets: readonly Target[];
}

/** What memory.ts prints. */
export interface MemoryResult {
  readonly messages: number;
  readonly result: readonly {
    readonly what: string;
    readonly bytes: number;
    readonly plain: number;
    readonly ratio: number;
  }[];
}

/** What soak.ts prints. */
export interface SoakResult {
  readonly events: number;
  readonly heapMB: readonly number[];
  readonly growth: number;
  readonly seconds: number;
  readonly virtualHours: number;
}

/** A ratio inside one run, and what it must not exceed, or fall below. */
export interface Target {
  readonly what: string;
  readonly ratio: number;
  readonly limit: number;
  /** What would be better still. */
  readonly aim?: number;
  /** Whether the ratio must be at least the limit. */
  readonly isLeast: boolean;
  readonly isMet: boolean;
}

/** The median of a job. Throws where it was not measured. */
export function usOf(measured: readonly Measured[], job: Job): number {
  const found = measured.find(
    (one) =>
      one.library === job.library &&
      one.operation === job.operation &&
      one.size === job.size &&
      one.conversations === job.conversations &&
      one.isGroup === job.isGroup,
  );
  if (found === undefined) throw new Error(`not measured: ${JSON.stringify(job)}`);
  return found.us;
}
