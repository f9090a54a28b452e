import type { Message } from '../../src/index.ts';
import { selectMessage } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * A message by its ID, in whichever conversation; `undefined` where the store does not have it.
 *
 * @example
 * const status = useMessage(ID)?.status;
 */
export function useMessage(ID: string | undefined, options?: UseTimOptions): Message | undefined {
  return useSelected(options, selectMessage, ID);
}
