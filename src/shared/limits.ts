import type { TimStoreError } from './tim-store-error.ts';
import { unable } from './unable.ts';

/** The most bytes (UTF-8) that each of an action's texts may have, by the name of the option. */
export type ByteLimits = Readonly<Record<string, number>>;

/** How many bytes a text has on the wire, in UTF-8. (Mini programs have no `TextEncoder`.) */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Throws `INVALID_ARGUMENT` for the first option that is given and is no text, or is longer than its limit. */
export function requireBytes(operation: string, options: object | undefined, limits: ByteLimits): void {
  for (const [name, limit] of Object.entries(limits)) {
    const value: unknown = options === undefined ? undefined : Reflect.get(options, name);
    if (value === undefined) continue;
    if (typeof value !== 'string') throw invalid(operation, `${name} must be a string`);
    const bytes = byteLength(value);
    if (bytes > limit) throw invalid(operation, `${name} has ${bytes} bytes: at most ${limit} are allowed`);
  }
}

/** The value, if it is a string with something in it; else throws `INVALID_ARGUMENT`. */
export function requireID(operation: string, name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(operation, `${name} must be a non-empty string`);
}

/** Throws `INVALID_ARGUMENT` for the first that is empty, no text, or longer than `limit` bytes. */
export function requireNames(
  operation: string,
  names: Readonly<Record<string, unknown>>,
  limit: number,
): void {
  for (const [name, value] of Object.entries(names)) {
    requireID(operation, name, value);
    requireBytes(operation, names, { [name]: limit });
  }
}

/** The list, if it holds nothing but strings with something in them, and is not empty; else throws `INVALID_ARGUMENT`. */
export function requireIDs(operation: string, name: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((ID) => typeof ID === 'string' && ID !== ''))
    return value as readonly string[];
  throw invalid(operation, `${name} must be a non-empty array of non-empty strings`);
}

/** Throws `INVALID_ARGUMENT` for a list with more than `most` items. */
export function requireMost(
  operation: string,
  name: string,
  list: readonly unknown[] | undefined,
  most: number,
): void {
  if ((list?.length ?? 0) > most) throw invalid(operation, `${name} takes at most ${most}`);
}

/** Throws `INVALID_ARGUMENT` unless it is a whole number from `least` to `most`, by default any that a number can tell. */
export function requireWhole(
  operation: string,
  name: string,
  value: unknown,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): void {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return;
  throw invalid(operation, `${name} must be a whole number from ${least} to ${most}`);
}

/** Throws `INVALID_ARGUMENT` for the first option that is given and is none of the values that it may have. */
export function requireOneOf(
  operation: string,
  options: object | undefined,
  choices: Readonly<Record<string, readonly unknown[]>>,
): void {
  for (const [name, allowed] of Object.entries(choices)) {
    const value: unknown = options === undefined ? undefined : Reflect.get(options, name);
    if (value !== undefined && !allowed.includes(value))
      throw invalid(operation, `${name} must be one of ${allowed.join(', ')}`);
  }
}

/** What is wrong with an argument, as an error. */
export function invalid(operation: string, reason: string): TimStoreError {
  return unable('INVALID_ARGUMENT', operation, `${reason}`);
}
