import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { GroupApplication } from '../../src/index.ts';
import { selectGroupApplications } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Who asks to join a group that I administer, and nobody has answered as far as this store knows.
 *
 * @example
 * const pending = useGroupApplications();
 */
export function useGroupApplications(options?: UseTimOptions): ComputedRef<readonly GroupApplication[]> {
  const getState = useKeyedState(useTimStore(options), () => 'groups');
  return computed(() => selectGroupApplications(getState()));
}
