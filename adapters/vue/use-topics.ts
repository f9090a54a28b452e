import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Topic } from '../../src/index.ts';
import { selectTopics } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The topics of a community; empty until they were asked for (`groups.getTopicList`).
 *
 * @example
 * const topics = useTopics('community');
 */
export function useTopics(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<readonly Topic[]> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    return groupIDNow && `group:${groupIDNow}`;
  });
  return computed(() => selectTopics(getState(), toValue(groupID)));
}
