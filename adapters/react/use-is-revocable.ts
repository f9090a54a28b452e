import { selectRevocableUntil } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/**
 * Whether an own message can still be recalled, by the store's `recallWindow`; turns `false` by itself.
 *
 * @example
 * {useIsRevocable(message.ID) && <button onClick={() => messages.revoke(message.ID)}>Recall</button>}
 */
export function useIsRevocable(ID: string | undefined, options?: UseTimOptions): boolean {
  return useKeyedState(
    useTimStore(options),
    selectRevocableUntil.keys(ID),
    (state) => selectRevocableUntil(state, ID) !== undefined,
  );
}
