import { useContext } from 'react';
import type { TimStore } from '../../src/index.ts';
import { TimStoreError } from '../../src/index.ts';
import { StoreContext } from './store-context.ts';

/** What every hook takes as its last argument. */
export interface UseTimOptions {
  /** The store to use instead of the one of the nearest `TimProvider`. */
  readonly store?: TimStore | undefined;
}

/**
 * The store of the nearest `TimProvider`, or the one passed. Throws `INVALID_ARGUMENT` where there is neither.
 *
 * @example
 * const store = useTimStore();
 * useEffect(() => store.connect(), [store]);
 */
export function useTimStore(options?: UseTimOptions): TimStore {
  const provided = useContext(StoreContext);
  const store = options?.store ?? provided;
  if (store !== undefined) return store;
  throw new TimStoreError(
    'INVALID_ARGUMENT',
    'unable to find the store; put <TimProvider store={store}> around the component, or pass { store }',
  );
}
