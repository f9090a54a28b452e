import type { Asker } from '../sdk/ask-in-chunks.ts';
import { operationOf } from '../sdk/call-sdk.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { requireID } from '../shared/limits.ts';
import { copyForSdk, isRecord } from '../shared/plain.ts';

/**
 * Asks the SDK about one group, and gives what its answer holds. With `options` the method takes an object, in which the
 * group's ID comes as well, without them the bare ID. Rejects with `INVALID_ARGUMENT` where there is no ID.
 */
export async function askGroup(
  { ask }: Asker,
  method: OptionalSdkMethod,
  groupID: string,
  options?: object,
): Promise<Readonly<Record<string, unknown>>> {
  requireID(operationOf(method), 'groupID', groupID);
  return dataOf(await ask(method, options === undefined ? groupID : copyForSdk({ groupID, ...options })));
}

/** What an answer holds; nothing, where it holds nothing. */
export function dataOf(data: unknown): Readonly<Record<string, unknown>> {
  return isRecord(data) ? data : {};
}
