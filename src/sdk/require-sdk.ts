import { TimStoreError } from '../shared/tim-store-error.ts';
import type { TimSdk } from './tim-sdk.ts';

const NEEDED = [
  'on',
  'off',
  'login',
  'logout',
  'sendMessage',
  'getMessageList',
  'getConversationList',
] as const;

/** The value, if it has the form of an SDK instance; else throws `INVALID_SDK`, saying what was passed instead. */
export function requireSdk(value: unknown): TimSdk {
  if (isSdk(value)) return value;
  const found =
    typeof value === 'object' && value !== null && 'create' in value
      ? 'found the SDK namespace: pass what its create({ SDKAppID }) answers'
      : `expected what TIM.create({ SDKAppID }) answers, or a function that does, and found ${value === null ? 'null' : typeof value}`;
  throw new TimStoreError('INVALID_SDK', `unable to use \`sdk\`; ${found}`);
}

function isSdk(value: unknown): value is TimSdk {
  return (
    typeof value === 'object' &&
    value !== null &&
    NEEDED.every((method) => typeof Reflect.get(value, method) === 'function')
  );
}
