import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { Message } from '../../src/index.ts';
import { selectMessage } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectMessage, ID);
}
