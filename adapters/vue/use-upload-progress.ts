import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectUploadProgress } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * How much of a message's file is uploaded, in percent; `undefined` where none is on its way.
 *
 * @example
 * const percent = useUploadProgress(() => props.ID);
 */
export function useUploadProgress(
  ID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<number | undefined> {
  const getState = useKeyedState(useTimStore(options), () => {
    const IDNow = toValue(ID);
    return IDNow && `message:${IDNow}`;
  });
  return computed(() => selectUploadProgress(getState(), toValue(ID)));
}
