import type { KeyedSelector } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/** What a selector of the library answers, looked at again only after commits that change what it reads. */
export function useSelected<Args extends readonly unknown[], T>(
  options: UseTimOptions | undefined,
  selector: KeyedSelector<Args, T>,
  ...args: Args
): T {
  return useKeyedState(useTimStore(options), selector.keys(...args), (state) => selector(state, ...args));
}
