import type { Asker } from '../sdk/ask-in-chunks.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { recordOf } from '../shared/fields.ts';
import { requireID } from '../shared/limits.ts';
import { copyForSdk } from '../shared/plain.ts';

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
  requireID(method, 'groupID', groupID);
  return recordOf(await ask(method, options === undefined ? groupID : copyForSdk({ groupID, ...options })));
}
