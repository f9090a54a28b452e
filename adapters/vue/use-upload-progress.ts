import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectUploadProgress } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectUploadProgress, ID);
}
