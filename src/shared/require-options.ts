import { invalid } from './limits.ts';
import { copyForSdk, isRecord } from './plain.ts';

/**
 * An action's options as the SDK may have them: its own copy, without what is `undefined`. None are as good as empty ones;
 * throws `INVALID_ARGUMENT` for what is no object.
 */
export function requireOptions<T extends object>(operation: string, options: T | undefined): T {
  const given: unknown = options === undefined ? {} : options;
  if (isRecord(given)) return copyForSdk(given) as T;
  throw invalid(operation, 'the options must be an object');
}
