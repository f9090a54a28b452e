/** What the SDK rejects with: an `Error` with own keys `code`, `message` and `data`. */
export interface SdkError extends Error {
  readonly code: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Texts are the SDK's: often empty, as it downloads them. Compare codes. */
export function sdkError(code: number, message = '', data: SdkError['data'] = {}): SdkError {
  return Object.assign(new Error(message), { code, data });
}

/** The SDK's answer to bad arguments: thrown at once, and without a code. */
export function paramsError(): Error {
  return new Error('Params validate failed.');
}

/** Whether it is one with a code, rather than one of a bug. */
export function isSdkError(error: unknown): error is SdkError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
