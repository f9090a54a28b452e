import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { GroupMember } from '../../src/index.ts';
import { selectGroupMember } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * One member of a group; `undefined` where the store knows of none. `isMuted` turns `false` by itself when the mute ends.
 *
 * @example
 * const member = useGroupMember('team', () => props.userID);
 */
export function useGroupMember(
  groupID: MaybeRefOrGetter<string | undefined>,
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<GroupMember | undefined> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    const userIDNow = toValue(userID);
    return groupIDNow && userIDNow && `member:${groupIDNow}/${userIDNow}`;
  });
  return computed(() => selectGroupMember(getState(), toValue(groupID), toValue(userID)));
}
