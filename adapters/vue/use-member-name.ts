import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectMemberName } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * What a member of a group is called: the name card, else my remark, the nick, the user ID.
 *
 * @example
 * const name = useMemberName('team', () => props.userID);
 */
export function useMemberName(
  groupID: MaybeRefOrGetter<string | undefined>,
  userID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<string> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    const userIDNow = toValue(userID);
    return (
      groupIDNow &&
      userIDNow && [`member:${groupIDNow}/${userIDNow}`, `friend:${userIDNow}`, `profile:${userIDNow}`]
    );
  });
  return computed(() => selectMemberName(getState(), toValue(groupID), toValue(userID)));
}
