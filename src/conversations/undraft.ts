import type { Draft } from 'immer';
import { isDraft, original } from 'immer';
import { copyPlain, equalPlain } from '../shared/plain.ts';

/**
 * The plain value behind a part of a draft that is only read, and only ever assigned whole: reading a long list through
 * immer's proxy costs more than all the rest.
 */
export function undraft<T>(value: T): T {
  const plain: unknown = isDraft(value) ? original(value as Draft<T>) : value;
  return plain as T;
}

/** Sets a list of a part of the state, as a frozen copy, unless it is equal to the one there. */
export function setList<T extends object>(state: T, key: keyof T, list: readonly unknown[]): void {
  const before: unknown = undraft(state[key]);
  if (!equalPlain(list, before)) Object.assign(state, { [key]: copyPlain(list, before) });
}
