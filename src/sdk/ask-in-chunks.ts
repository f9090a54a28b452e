import { inChunks } from '../shared/in-chunks.ts';
import { requireIDs } from '../shared/limits.ts';
import { joinLists } from '../shared/outcomes.ts';
import type { OptionalSdkMethod } from './tim-sdk.ts';

/** The part of an action's context that asks the SDK. */
export interface Asker {
  readonly ask: (method: OptionalSdkMethod, ...args: readonly unknown[]) => Promise<unknown>;
}

/**
 * Asks the SDK about many IDs, at most `size` at once, since it drops the rest without a word; each ID once. `take` reads
 * an answer, and brings it into the state, before the next is asked for. Rejects with `INVALID_ARGUMENT` where `IDs` is
 * no list of IDs, and with `PARTIAL` where one of several calls fails.
 */
export async function askInChunks<T, ID extends string = string>(
  { ask }: Asker,
  method: OptionalSdkMethod,
  [name, IDs, size]: readonly [name: string, IDs: readonly ID[], size: number],
  optionsOf: (chunk: readonly ID[]) => unknown,
  take: (answer: unknown, chunk: readonly ID[]) => T | Promise<T>,
): Promise<readonly T[]> {
  requireIDs(method, name, IDs);
  return inChunks(
    [...new Set(IDs)],
    { operation: method, size },
    async (chunk) => take(await ask(method, optionsOf([...chunk])), chunk), // lite takes out of the array for whom it failed
  );
}

/** The same, with the answers joined: each is a list, or a record of lists. */
export async function askForLists<T extends object, ID extends string = string>(
  ...args: Parameters<typeof askInChunks<T, ID>>
): Promise<T> {
  return joinLists(await askInChunks<T, ID>(...args));
}
