import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { KeyedSelector } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What a selector of the library answers, looked at again only after commits that change what it reads, and when an
 * argument changes.
 */
export function useSelected<Args extends readonly unknown[], T>(
  options: UseTimOptions | undefined,
  selector: KeyedSelector<Args, T>,
  ...args: { readonly [Place in keyof Args]: MaybeRefOrGetter<Args[Place]> }
): ComputedRef<T> {
  const now = (): Args => args.map((arg) => toValue(arg)) as readonly unknown[] as Args;
  const getState = useKeyedState(useTimStore(options), () => selector.keys(...now()));
  return computed(() => selector(getState(), ...now()));
}
