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
export function useTopics(groupID: string | undefined, options?: UseTimOptions): readonly Topic[] {
  return useKeyedState(useTimStore(options), groupID && `group:${groupID}`, (state) =>
    selectTopics(state, groupID),
  );
}
