import { recordOf } from '../shared/fields.ts';
import { unable } from '../shared/unable.ts';
import type { TimSdk } from './tim-sdk.ts';

const NEEDED = [
  'on',
  'off',
  'login',
  'logout',
  'getMyProfile',
  'getConversationList',
  'setMessageRead',
  'getMessageList',
  'createTextMessage',
  'sendMessage',
  'resendMessage',
] as const satisfies readonly (keyof TimSdk)[];

/** The value, if it has the form of an SDK instance; else throws `INVALID_SDK`, saying what was passed or what it lacks. */
export function requireSdk(value: unknown): TimSdk {
  const missing = NEEDED.filter((method) => !hasMethod(value, method));
  if (missing.length === 0) return value as TimSdk;
  throw unable('INVALID_SDK', 'use `sdk`', describe(value, missing));
}

function describe(value: unknown, missing: readonly string[]): string {
  if (hasMethod(value, 'create'))
    return 'found the SDK namespace: pass what its create({ SDKAppID }) answers';
  if (hasMethod(value, 'login'))
    return `it lacks ${missing.join(', ')}: use a build of the SDK that has them`;
  const found = value === null ? 'null' : typeof value;
  return `expected what TIM.create({ SDKAppID }) answers, or a function that does, and found ${found}`;
}

function hasMethod(value: unknown, method: string): boolean {
  return typeof recordOf(value)[method] === 'function';
}
