import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Message } from '../../src/index.ts';
import { selectMessage } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * A message by its ID, in whichever conversation; `undefined` where the store does not have it.
 *
 * @example
 * const message = useMessage(() => props.ID);
 */
export function useMessage(
  ID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Message | undefined> {
  const getState = useKeyedState(useTimStore(options), () => {
    const IDNow = toValue(ID);
    return IDNow && `message:${IDNow}`;
  });
  return computed(() => selectMessage(getState(), toValue(ID)));
}
