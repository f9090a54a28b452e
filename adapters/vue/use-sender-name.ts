import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { Message } from '../../src/index.ts';
import { selectSenderName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * What a message's sender is called now: the name card in groups, else my remark, the nick, the user ID.
 *
 * @example
 * const name = useSenderName(() => props.message);
 */
export function useSenderName(
  message: MaybeRefOrGetter<Pick<Message, 'from' | 'to' | 'conversationType'>>,
  options?: UseTimOptions,
): ComputedRef<string> {
  return useSelected(options, selectSenderName, message);
}
