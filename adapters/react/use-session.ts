import type { SessionState } from '../../src/index.ts';
import { selectSession } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * Who is logged in, how far the login has come, and the state of the network.
 *
 * @example
 * const { status, network } = useSession();
 */
export function useSession(options?: UseTimOptions): SessionState {
  return useSelected(options, selectSession);
}
