import type { TimErrorCode } from './tim-store-error.ts';
import { TimStoreError } from './tim-store-error.ts';

/**
 * The error of something that cannot be done: `unable to <operation>; <reason>`. `operation` says what in words, or is the
 * name of the SDK's method that was to do it: `getGroupList` reads `get group list`.
 */
export function unable(
  code: TimErrorCode,
  operation: string,
  reason: string,
  options?: ConstructorParameters<typeof TimStoreError>[2],
): TimStoreError {
  const words = /\s/.test(operation)
    ? operation
    : operation.replace(/[A-Z]+/g, (capitals) => ` ${capitals.toLowerCase()}`);
  return new TimStoreError(code, `unable to ${words}; ${reason}`, options);
}
