import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { ReadReceipt } from '../../src/index.ts';
import { selectReadReceipt } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Who has read a message that asked for receipts; `undefined` where nothing is known.
 *
 * @example
 * const receipt = useReadReceipt(() => props.ID);
 */
export function useReadReceipt(
  ID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<ReadReceipt | undefined> {
  return useSelected(options, selectReadReceipt, ID);
}
