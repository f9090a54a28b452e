import type { Friend } from '../../src/index.ts';
import { selectFriend } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';

/**
 * One of my friends; `undefined` for whoever is none, or where no ID is given.
 *
 * @example
 * const remark = useFriend('alice')?.remark;
 */
export function useFriend(userID: string | undefined, options?: UseTimOptions): Friend | undefined {
  return useSelected(options, selectFriend, userID);
}
