import { TYPES } from '../../sdk/constants.ts';
import { paramsError } from '../sdk-error.ts';

/** Throws what the SDK throws at once for bad arguments. */
export function requireParams(valid: boolean): asserts valid {
  if (!valid) throw paramsError();
}

/** Throws the same for what is no array, or an empty one. */
export function requireList(value: unknown): void {
  requireParams(Array.isArray(value) && value.length > 0);
}

/** The text, if it is one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A string with something in it. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

/** An array with something in it, as the SDK wants most of them. */
export function isFilledArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

/** A string of no more than `max` characters, or nothing at all. */
export function isTextUpTo(value: unknown, max: number): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.length <= max);
}

/** 'C2C...', 'GROUP...' or '@TIM#SYSTEM'. */
export function isConversationID(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return [TYPES.CONV_C2C, TYPES.CONV_GROUP, TYPES.CONV_SYSTEM].some((prefix) => value.startsWith(prefix));
}

/** A property of what may be no object at all: callers in plain JavaScript pass anything. */
export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
