import type { GroupApplication } from '../../src/index.ts';
import { selectGroupApplications } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Who asks to join a group that I administer, and nobody has answered as far as this store knows.
 *
 * @example
 * const pending = useGroupApplications();
 */
export function useGroupApplications(options?: UseTimOptions): readonly GroupApplication[] {
  return useSelected(options, selectGroupApplications);
}
