import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectRevocableUntil } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether an own message can still be recalled, by the store's `recallWindow`; turns `false` by itself.
 *
 * @example
 * const isRevocable = useIsRevocable(() => props.ID);
 */
export function useIsRevocable(
  ID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<boolean> {
  const getState = useKeyedState(useTimStore(options), () => {
    const IDNow = toValue(ID);
    return IDNow && `message:${IDNow}`;
  });
  return computed(() => selectRevocableUntil(getState(), toValue(ID)) !== undefined);
}
