import type { Message } from '../../src/index.ts';
import { selectSenderName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What a message's sender is called now: the name card in groups, else my remark, the nick, the user ID.
 *
 * @example
 * const name = useSenderName(message);
 */
export function useSenderName(
  message: Pick<Message, 'from' | 'to' | 'conversationType'>,
  options?: UseTimOptions,
): string {
  const { from, to } = message;
  return useKeyedState(
    useTimStore(options),
    [`member:${to}/${from}`, `friend:${from}`, `profile:${from}`],
    (state) => selectSenderName(state, message),
  );
}
