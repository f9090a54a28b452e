import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { selectExtensions } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

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
  return useSelected(options, selectExtensions, ID);
}
