import { recordOf } from '../shared/fields.ts';
import { unable } from '../shared/unable.ts';
import type { OptionalSdkMethod, TimSdk } from './tim-sdk.ts';
import { toTimStoreError } from './to-tim-store-error.ts';

/** The names of the SDK's methods. */
export type SdkMethod = {
  [K in keyof TimSdk]-?: TimSdk[K] extends ((...args: never) => unknown) | undefined ? K : never;
}[keyof TimSdk];

/** The arguments of one of the SDK's methods: of the optional ones, whatever the action that calls it says. */
export type SdkArguments<M extends SdkMethod> = M extends OptionalSdkMethod
  ? readonly unknown[]
  : Parameters<NonNullable<TimSdk[M]>>;

/**
 * Calls the SDK and gives what its promise resolves to. Whatever goes wrong, a missing method, a synchronous throw or
 * a rejection, becomes a rejection with a `TimStoreError`, `operation` in its message. Arguments are passed on as they
 * are, since an explicit `undefined` makes the SDK throw.
 */
export async function callSdk<M extends SdkMethod>(
  sdk: TimSdk,
  operation: string,
  method: M,
  ...args: SdkArguments<M>
): Promise<unknown> {
  try {
    return await invokeSdk(sdk, operation, method, ...args);
  } catch (error) {
    throw toTimStoreError(error, operation);
  }
}

/** The same, without waiting: for the methods that answer at once, which before login answer a rejected promise instead. */
export function invokeSdk<M extends SdkMethod>(
  sdk: TimSdk,
  operation: string,
  method: M,
  ...args: SdkArguments<M>
): unknown {
  const target: unknown = sdk[method];
  if (typeof target !== 'function') {
    throw unable(
      'UNSUPPORTED',
      operation,
      `this SDK has no method ${method}: ${method === 'use' ? '@tencentcloud/lite-chat 4.x' : '@tencentcloud/chat 3.x'} has it`,
    );
  }
  try {
    return Reflect.apply(target, sdk, args);
  } catch (error) {
    // What the SDK throws at once, without a code, is its word for bad arguments.
    throw toTimStoreError(error, operation, 'INVALID_ARGUMENT');
  }
}

/** The `data` of an SDK answer, `{ code, data }`, as it is; `undefined` where there is none. */
export function answerOf(answer: unknown): unknown {
  return recordOf(answer)['data'];
}

/** The same, where it is an object with fields; else an empty one. */
export function answerData(answer: unknown): Readonly<Record<string, unknown>> {
  return recordOf(answerOf(answer));
}
