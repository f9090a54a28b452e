import type { ActionContext } from '../action-context.ts';
import type { TimActions } from './tim-store.ts';

/**
 * Fetches what no event brings as soon as the account is ready: the own profile; and where the store came to an SDK that
 * was ready already, the lists whose events are past. Each by itself, ignoring what the SDK lacks or refuses: nothing waits
 * for it.
 */
export function fetchOnReady(
  { committed$, getState }: Pick<ActionContext, 'committed$' | 'getState'>,
  actions: Omit<TimActions, 'session'>,
): void {
  const { profiles, friends, groups, conversations, blocklist } = actions;
  const lists = [
    groups.getList,
    friends.getList,
    friends.getApplicationList,
    friends.getGroupList,
    blocklist.get,
    conversations.getGroupList,
  ];
  committed$.subscribe(({ type }) => {
    const isFound = type === 'sessionSynced';
    if ((type !== 'SDK_READY' && !isFound) || getState().session.status !== 'ready') return;
    for (const fetch of [profiles.getMine, ...(isFound ? lists : [])]) fetch().catch(() => undefined);
  });
}
