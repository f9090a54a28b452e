import type { ComputedRef, MaybeRefOrGetter } from 'vue';
import { computed, toValue } from 'vue';
import type { GroupMember, TimErrorInfo } from '../../src/index.ts';
import { selectGroupMembers, selectGroupMembersState } from '../../src/index.ts';
import { useSelected } from './use-selected.ts';
import type { UseTimOptions } from './use-tim-store.ts';
import { useTimStore } from './use-tim-store.ts';

/** The members of a group, and how far they are loaded. */
export interface UseGroupMembersResult {
  /** Those of the pages loaded, in the SDK’s order. */
  readonly members: ComputedRef<readonly GroupMember[]>;
  /** Whether a page is on its way. */
  readonly isLoading: ComputedRef<boolean>;
  /** Whether the first page has come since the login. */
  readonly isLoaded: ComputedRef<boolean>;
  /** Whether the last page has come: nothing is left to load. */
  readonly isCompleted: ComputedRef<boolean>;
  /** Why the last page did not come. */
  readonly error: ComputedRef<TimErrorInfo | undefined>;
  /**
   * Loads the next page, at first the first one. Rejects with what hindered it, and may be ignored: a failed page also
   * sets `error`.
   */
  readonly loadMore: () => Promise<void>;
}

/**
 * The members of a group; empty until `loadMore` is called, for a large group has many pages, and without an ID.
 *
 * @example
 * const { members, isCompleted, loadMore } = useGroupMembers(() => props.groupID);
 */
export function useGroupMembers(
  groupID: MaybeRefOrGetter<string | undefined>,
  options?: UseTimOptions,
): UseGroupMembersResult {
  const store = useTimStore(options);
  const list = useSelected(options, selectGroupMembersState, groupID);
  return {
    members: useSelected(options, selectGroupMembers, groupID),
    isLoading: computed(() => list.value.isLoading),
    isLoaded: computed(() => list.value.isLoaded),
    isCompleted: computed(() => list.value.isCompleted),
    error: computed(() => list.value.error),
    loadMore: () => {
      const id = toValue(groupID);
      const page = id === undefined ? Promise.resolve() : store.actions.members.loadMore(id);
      page.catch(() => undefined); // so that the caller may ignore it
      return page;
    },
  };
}
