import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Message } from '../../src/index.ts';
import { selectSenderName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

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
  const getState = useKeyedState(useTimStore(options), () => {
    const { from, to } = toValue(message);
    return [`member:${to}/${from}`, `friend:${from}`, `profile:${from}`];
  });
  return computed(() => selectSenderName(getState(), toValue(message)));
}
