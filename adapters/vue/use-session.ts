import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { SessionState } from '../../src/index.ts';
import { selectSession } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Who is logged in, how far the login has come, and the state of the network.
 *
 * @example
 * const session = useSession();
 * const isReady = computed(() => session.value.status === 'ready');
 */
export function useSession(options?: UseTimOptions): ComputedRef<SessionState> {
  const getState = useKeyedState(useTimStore(options), () => 'session');
  return computed(() => selectSession(getState()));
}
