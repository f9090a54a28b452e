import { useEffect } from 'react';
import { useFriends, useSession, useTimActions, useTimSelector } from 'tim-reactive/react';
import { unknownSenders } from '../shared/unknown-senders.ts';

/**
 * Fetches what no event brings: who asked to join my groups while I was away, which friends are online, and what
 * strangers are called.
 */
export function useFetchedLists(): void {
  const { groups, profiles } = useTimActions();
  const isReady = useSession().status === 'ready';
  const friends = useFriends()
    .map(({ userID }) => userID)
    .join(' ');
  const strangers = useTimSelector(unknownSenders);
  useEffect(() => {
    // What does not come is not shown; nothing else depends on it.
    if (isReady) groups.getApplicationList().catch(() => undefined);
  }, [isReady, groups]);
  useEffect(() => {
    if (!isReady || friends === '') return;
    profiles.getStatus(friends.split(' ')).catch(() => undefined);
    profiles.subscribeStatus(friends.split(' ')).catch(() => undefined);
  }, [isReady, profiles, friends]);
  useEffect(() => {
    if (isReady && strangers !== '') profiles.get(strangers.split(' ')).catch(() => undefined);
  }, [isReady, profiles, strangers]);
}
