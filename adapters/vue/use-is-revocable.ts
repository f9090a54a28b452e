import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed } from 'vue';
import { selectRevocableUntil } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  const until = useSelected(options, selectRevocableUntil, ID);
  return computed(() => until.value !== undefined);
}
