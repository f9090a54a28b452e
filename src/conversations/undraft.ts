import type { Draft } from 'immer';
import { isDraft, original } from 'immer';

/**
 * The plain value behind a part of a draft that is only read, and only ever assigned whole: reading a long list through
 * immer's proxy costs more than all the rest.
 */
export function undraft<T>(value: T): T {
  const plain: unknown = isDraft(value) ? original(value as Draft<T>) : value;
  return plain as T;
}
