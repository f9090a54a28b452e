import type { SessionState } from '../../src/index.ts';
import { selectSession } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Who is logged in, how far the login has come, and the state of the network.
 *
 * @example
 * const { status, network } = useSession();
 */
export function useSession(options?: UseTimOptions): SessionState {
  return useKeyedState(useTimStore(options), 'session', selectSession);
}
