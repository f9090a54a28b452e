import { selectUploadProgress } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * How much of a message's file is uploaded, in percent; `undefined` where none is on its way.
 *
 * @example
 * const percent = useUploadProgress(message.ID);
 */
export function useUploadProgress(ID: string | undefined, options?: UseTimOptions): number | undefined {
  return useSelected(options, selectUploadProgress, ID);
}
