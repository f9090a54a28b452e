import type { ReadReceipt } from '../../src/index.ts';
import { selectReadReceipt } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Who has read a message that asked for receipts; `undefined` where nothing is known.
 *
 * @example
 * const readCount = useReadReceipt(message.ID)?.readCount ?? 0;
 */
export function useReadReceipt(ID: string | undefined, options?: UseTimOptions): ReadReceipt | undefined {
  return useSelected(options, selectReadReceipt, ID);
}
