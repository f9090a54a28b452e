import { useCallback, useMemo } from 'react';
import type { GroupMember, GroupMembers, TimErrorInfo } from '../../src/index.ts';
import { selectGroupMembers, selectGroupMembersState } from '../../src/index.ts';
import { useKeyedState } from './use-keyed-state.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/** The members of a group, and how far they are loaded. */
export interface UseGroupMembersResult {
  /** Those of the pages loaded, in the SDK’s order. */
  readonly members: readonly GroupMember[];
  /** Whether a page is on its way. */
  readonly isLoading: boolean;
  /** Whether the first page has come since the login. */
  readonly isLoaded: boolean;
  /** Whether the last page has come: nothing is left to load. */
  readonly isCompleted: boolean;
  /** Why the last page did not come. */
  readonly error: TimErrorInfo | undefined;
  /**
   * Loads the next page, at first the first one. Rejects with what hindered it, and may be ignored: a failed page also
   * sets `error`. The same function for the same group.
   */
  readonly loadMore: () => Promise<void>;
}

/**
 * The members of a group; empty until `loadMore` is called, for a large group has many pages, and without an ID.
 *
 * @example
 * const { members, isCompleted, loadMore } = useGroupMembers('team');
 */
export function useGroupMembers(groupID: string | undefined, options?: UseTimOptions): UseGroupMembersResult {
  const store = useTimStore(options);
  const keys = selectGroupMembersState.keys(groupID);
  // One by one: what else is known of members changes with every message that shows a name card.
  const usePart = <T>(select: (state: GroupMembers) => T): T =>
    useKeyedState(store, keys, (state) => select(selectGroupMembersState(state, groupID)));
  const members = useSelected(options, selectGroupMembers, groupID);
  const isLoading = usePart((state) => state.isLoading);
  const isLoaded = usePart((state) => state.isLoaded);
  const isCompleted = usePart((state) => state.isCompleted);
  const error = usePart((state) => state.error);

  const loadMore = useCallback(() => {
    const page = groupID === undefined ? Promise.resolve() : store.actions.members.loadMore(groupID);
    page.catch(() => undefined); // so that the caller may ignore it
    return page;
  }, [store, groupID]);

  return useMemo(
    () => ({ members, isLoading, isLoaded, isCompleted, error, loadMore }),
    [members, isLoading, isLoaded, isCompleted, error, loadMore],
  );
}
