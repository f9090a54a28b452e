import { useFriends, useSession, useTimActions, useTimSelector } from 'tim-reactive/vue';
import { computed, watchEffect } from 'vue';
import { unknownSenders } from '../shared/unknown-senders.ts';

/**
 * Fetches what no event brings: who asked to join my groups while I was away, which friends are online, and what
 * strangers are called.
 */
export function useFetchedLists(): void {
  const { groups, profiles } = useTimActions();
  const session = useSession();
  const isReady = computed(() => session.value.status === 'ready');
  const list = useFriends();
  const friends = computed(() => list.value.map(({ userID }) => userID).join(' '));
  const strangers = useTimSelector(unknownSenders);
  watchEffect(() => {
    // What does not come is not shown; nothing else depends on it.
    if (isReady.value) groups.getApplicationList().catch(() => undefined);
  });
  watchEffect(() => {
    if (!isReady.value || friends.value === '') return;
    profiles.getStatus(friends.value.split(' ')).catch(() => undefined);
    profiles.subscribeStatus(friends.value.split(' ')).catch(() => undefined);
  });
  watchEffect(() => {
    if (!isReady.value || strangers.value === '') return;
    profiles.get(strangers.value.split(' ')).catch(() => undefined);
  });
}
