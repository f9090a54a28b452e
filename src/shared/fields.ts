import { isRecord } from './plain.ts';
import type { TimStoreError } from './tim-store-error.ts';
import { unable } from './unable.ts';

/** The fields of something the SDK handed over, read one by one; throws `MALFORMED_DATA` where it is no object. */
export function requireRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw malformed(what, value === null ? 'null' : typeof value);
}

/** The value, if it is an object with fields; else one without any. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : NOTHING;
}

const NOTHING: Readonly<Record<string, unknown>> = Object.freeze({});

/** The field as a non-empty string; else throws `MALFORMED_DATA`. */
export function requireText(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw malformed(what, JSON.stringify(value) ?? 'undefined');
}

/** The value if it is a string, else `''`. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value as a finite number, else 0. The SDK writes some numbers as strings. */
export function numberOf(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

/** Whether the value stands for true; the SDK writes some flags as 1. */
export function flagOf(value: unknown): boolean {
  return value === true || value === 1;
}

function malformed(what: string, found: string): TimStoreError {
  return unable('MALFORMED_DATA', `read ${what} of the SDK`, `found ${found}`);
}
