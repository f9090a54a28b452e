import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { TimState } from '../../src/index.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Any part of the state, or what is computed from it. The selector runs once a commit, and the component renders when
 * its result differs by `isEqual` (`Object.is`); while it does not, the earlier result is kept. The selector may be
 * written inline and may answer a new object each time. What it throws reaches the error boundary.
 *
 * @example
 * const name = useTimSelector((state) => selectConversationName(state, c2cID('alice')));
 */
export function useTimSelector<T>(
  selector: (state: TimState) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
  options?: UseTimOptions,
): T {
  const store = useTimStore(options);
  const shown = useRef<Result<T>>(undefined);
  const select = useMemo(() => keepEqual(selector, isEqual), [selector, isEqual]);
  const value = useSyncExternalStore(
    store.subscribe,
    () => select(store.getState(), shown.current),
    () => select(store.getInitialState(), shown.current),
  );
  useEffect(() => {
    shown.current = { value };
  }, [value]);
  return value;
}

interface Result<T> {
  readonly value: T;
}

/** The selector, run once for each state; what equals the last result, or at first the one on screen, is that very result. */
function keepEqual<T>(
  selector: (state: TimState) => T,
  isEqual: (a: T, b: T) => boolean,
): (state: TimState, shown: Result<T> | undefined) => T {
  let last: (Result<T> & { readonly state: TimState }) | undefined;
  return (state, shown) => {
    if (last?.state !== state) {
      const next = selector(state);
      const previous = last ?? shown;
      const isKept = previous !== undefined && isEqual(previous.value, next);
      last = { state, value: isKept ? previous.value : next };
    }
    return last.value;
  };
}
