import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import { selectExtensions } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The extensions of a message, as far as they were asked for (`messages.getExtensions`) or came by events.
 *
 * @example
 * const extensions = useExtensions(() => props.ID);
 */
export function useExtensions(
  ID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): ComputedRef<Readonly<Record<string, string>>> {
  const getState = useKeyedState(useTimStore(options), () => {
    const IDNow = toValue(ID);
    return IDNow && `message:${IDNow}`;
  });
  return computed(() => selectExtensions(getState(), toValue(ID)));
}
