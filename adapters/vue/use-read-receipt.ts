import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { ReadReceipt } from '../../src/index.ts';
import { selectReadReceipt } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  const getState = useKeyedState(useTimStore(options), () => {
    const IDNow = toValue(ID);
    return IDNow && `message:${IDNow}`;
  });
  return computed(() => selectReadReceipt(getState(), toValue(ID)));
}
