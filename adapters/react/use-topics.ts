import type { Topic } from '../../src/index.ts';
import { selectTopics } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * The topics of a community; empty until they were asked for (`groups.getTopicList`).
 *
 * @example
 * const topics = useTopics('community');
 */
export function useTopics(groupID: string | undefined, options?: UseTimOptions): readonly Topic[] {
  return useSelected(options, selectTopics, groupID);
}
