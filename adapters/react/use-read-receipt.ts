import type { ReadReceipt } from '../../src/index.ts';
import { selectReadReceipt } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Who has read a message that asked for receipts; `undefined` where nothing is known.
 *
 * @example
 * const readCount = useReadReceipt(message.ID)?.readCount ?? 0;
 */
export function useReadReceipt(ID: string | undefined, options?: UseTimOptions): ReadReceipt | undefined {
  return useKeyedState(useTimStore(options), ID && `message:${ID}`, (state) => selectReadReceipt(state, ID));
}
