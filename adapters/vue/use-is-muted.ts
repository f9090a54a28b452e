import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
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
 * const isMuted = useIsMuted(() => props.groupID);
 */
export function useIsMuted(
  groupID: MaybeRefOrGetter<string | undefined>,
  userID?: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<boolean> {
  const session = useSession(options);
  const member = (): string | undefined => toValue(userID) ?? session.value.userID;
  const getState = useKeyedState(useTimStore(options), () => {
    const [group, user] = [toValue(groupID), member()];
    return group && user && [`group:${group}`, `member:${group}/${user}`];
  });
  return computed(() => selectIsMuted(getState(), toValue(groupID), member()));
}
