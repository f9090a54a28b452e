import type { Message } from '../../src/index.ts';
import { selectSenderName } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectSenderName, message);
}
