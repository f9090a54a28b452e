import { hasInjectionContext, inject } from 'vue';
import type { TimStore } from '../../src/index.ts';
import { TimStoreError } from '../../src/index.ts';
import { storeKey } from './store-context.ts';

/** What every composable takes as its last argument. */
export interface UseTimOptions {
  /** The store to use instead of the injected one: in a component that provides it, or outside of components. */
  readonly store?: TimStore | undefined;
}

/**
 * The store of `createTimPlugin` or of the nearest `provideTimStore`, or the one passed. Throws `INVALID_ARGUMENT` where
 * there is neither.
 *
 * @example
 * const store = useTimStore();
 * onScopeDispose(store.connect());
 */
export function useTimStore(options?: UseTimOptions): TimStore {
  const store = options?.store ?? (hasInjectionContext() ? inject(storeKey, undefined) : undefined);
  if (store !== undefined) return store;
  throw new TimStoreError(
    'INVALID_ARGUMENT',
    'unable to find the store; install createTimPlugin(store), call provideTimStore(store) in a component above, or pass { store }',
  );
}
