import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { Message } from '../../src/index.ts';
import { selectPinnedMessages } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The pinned messages of a group; empty until they were asked for (`messages.getPinned`) or changed.
 *
 * @example
 * const pinned = usePinnedMessages('team');
 */
export function usePinnedMessages(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<readonly Message[]> {
  const getState = useKeyedState(useTimStore(options), () => {
    const groupIDNow = toValue(groupID);
    return groupIDNow && `group:${groupIDNow}`;
  });
  return computed(() => selectPinnedMessages(getState(), toValue(groupID)));
}
