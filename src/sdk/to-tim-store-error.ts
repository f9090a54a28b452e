import { recordOf, textOf } from '../shared/fields.ts';
import type { TimErrorCode } from '../shared/tim-store-error.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';
import * as SDK_CODE from './codes.ts';

const CODES: Readonly<Record<number, TimErrorCode>> = {
  [SDK_CODE.NOT_LOGGED_IN]: 'NOT_LOGGED_IN',
  [SDK_CODE.LOGIN_FAILED]: 'NOT_LOGGED_IN',
  [SDK_CODE.LOGGED_OUT]: 'NOT_LOGGED_IN',
  [SDK_CODE.NOT_READY]: 'NOT_READY',
  [SDK_CODE.LOGIN_IN_PROGRESS]: 'NOT_READY',
  [SDK_CODE.KICKED_OUT_MULT_DEVICE]: 'KICKED_OUT',
  [SDK_CODE.KICKED_OUT_MULT_ACCOUNT]: 'KICKED_OUT',
  [SDK_CODE.KICKED_OUT_USERSIG_EXPIRED]: 'KICKED_OUT',
  [SDK_CODE.KICKED_OUT_REST_API]: 'KICKED_OUT',
  [SDK_CODE.REQUEST_TIMEOUT]: 'TIMEOUT',
  [SDK_CODE.NETWORK_ERROR]: 'NETWORK',
  [SDK_CODE.NO_NETWORK]: 'NETWORK',
  // The status of an upload by lite that reached nobody.
  0: 'NETWORK',
  [SDK_CODE.METHOD_MISSING]: 'UNSUPPORTED',
};

/**
 * Refusals that pass, by the SDK's code or the service's: what comes too fast, what the service could not do right now, and
 * failed uploads. All others (moderation, mutes, blocks, who is no friend or member, bad arguments) stay.
 */
const PASSING: ReadonlySet<number> = new Set([
  2041, 2300, 2350, 2400, 2996, 10_002, 10_006, 10_023, 20_004, 20_005, 60_008, 60_011, 60_022, 70_169,
  70_202, 70_500, 90_992, 90_994, 90_995, 91_000,
  // Lite rejects uploads with the status of HTTP.
  408, 429, 500, 502, 503, 504,
]);

const REASONS: Partial<Readonly<Record<TimErrorCode, string>>> = {
  NOT_LOGGED_IN: 'nobody is logged in: call actions.session.login first',
  NOT_READY: 'the SDK is not ready yet: wait until session.status is "ready"',
  KICKED_OUT: 'the account was kicked out: log in again',
  TIMEOUT: 'the server did not answer in time: try again once the network is back',
  NETWORK: 'the network failed: try again once it is back',
  UNSUPPORTED:
    'this build of the SDK lacks the module: tim-js-sdk/tim-js-friendship.js 2.x, @tencentcloud/chat 3.x, or a fuller entry or a plug-in of @tencentcloud/lite-chat 4.x has it',
};

/**
 * Any error as a `TimStoreError`; the SDK's error texts are downloaded and may be empty, so its code decides. One
 * without a code is a `fallback`.
 */
export function toTimStoreError(
  error: unknown,
  operation: string,
  fallback: TimErrorCode = 'SDK_ERROR',
): TimStoreError {
  if (error instanceof TimStoreError) return error;
  const { code: number, message } = recordOf(error);
  const sdkCode = typeof number === 'number' ? number : undefined;
  const text = textOf(message).replace(/[\s|]+$/, '');
  const code = sdkCode === undefined ? fallback : (CODES[sdkCode] ?? 'SDK_ERROR');
  const reason = (REASONS[code] ?? text) || 'the SDK gave no reason';
  return unable(code, operation, sdkCode === undefined ? reason : `${reason} (SDK code ${sdkCode})`, {
    cause: error,
    sdkCode,
    ...(sdkCode !== undefined && PASSING.has(sdkCode) && { retryable: true }),
  });
}
