import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { TimState } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Any part of the state, or what is computed from it. The selector runs once a commit, and when a ref that it reads
 * changes; what depends on it is woken when its result differs by `isEqual` (`Object.is`); while it does not, the
 * earlier result is kept. What it throws reaches whoever reads the ref.
 *
 * @example
 * const name = useTimSelector((state) => selectConversationName(state, c2cID('alice')));
 */
export function useTimSelector<T>(
  selector: (state: TimState) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
  options?: UseTimOptions,
): ComputedRef<T> {
  const getState = useKeyedState(useTimStore(options));
  return computed((previous) => {
    const next = selector(getState());
    return previous !== undefined && isEqual(previous, next) ? previous : next;
  });
}
