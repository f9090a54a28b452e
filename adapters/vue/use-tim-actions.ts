import type { TimActions } from '../../src/index.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * The store's actions, by domain.
 *
 * @example
 * const { messages } = useTimActions();
 * const send = (text: string) => messages.sendText(c2cID('alice'), text);
 */
export function useTimActions(options?: UseTimOptions): TimActions {
  return useTimStore(options).actions;
}
