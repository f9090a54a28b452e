import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import type { Message } from '../../src/index.ts';
import { selectPinnedMessages } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectPinnedMessages, groupID);
}
