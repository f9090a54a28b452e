import { selectIsMuted } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import { useSession } from './use-session.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether a member of a group may not write now: muted until some time, which ends by itself, or with all ordinary
 * members. Without a user ID, whether I am.
 *
 * @example
 * const isMuted = useIsMuted('team');
 */
export function useIsMuted(groupID: string | undefined, userID?: string, options?: UseTimOptions): boolean {
  const me = useSession(options).userID;
  const member = userID ?? me;
  return useKeyedState(
    useTimStore(options),
    groupID && member && [`group:${groupID}`, `member:${groupID}/${member}`],
    (state) => selectIsMuted(state, groupID, member),
  );
}
